import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../calls/api.ts'
import type { CustomerView, DocumentView } from '../../../shared/contract/customers.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { readFile, type ChosenFile } from './chosen-file.ts'
import { FileDrop } from './file-drop.tsx'
import { KINDS, kindOf, type DocumentKind } from '../customers/progress.ts'
import { uploadSchema } from './upload-schema.ts'

export type Uploaded = Pick<DocumentView, 'documentType' | 'status'>

type Props = {
  readonly customer: CustomerView
  readonly missing: readonly DocumentKind[]
  readonly notice: ReactNode
  readonly onUploaded: (document: Uploaded) => void
  readonly onClose: () => void
}

/** One document: the file large, so that its number can be read off it, and its facts at the side. */
export function UploadForm({ customer, missing, notice, onUploaded, onClose }: Props) {
  const { t } = useTranslation('documents')
  const { branch, serverConnected } = useSession()
  const upload = useCall('documents.upload')
  const [id] = useState(() => crypto.randomUUID())
  const [first] = missing
  const form = useContractForm(uploadSchema(branch?.businessDate ?? ''), {
    documentType: KINDS[first ?? 'identity'][0] ?? 'PASSPORT',
    documentNumber: '',
    expiresAt: '',
  })
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const chosen = useRef(0)

  const choose = async (picked: File) => {
    chosen.current += 1
    const turn = chosen.current
    const read = await readFile(picked)
    // A file that was chosen later wins, however long the earlier one took.
    if (turn !== chosen.current) return
    setFile(read.ok ? read.value : null)
    setFileProblem(read.ok ? null : messageForCode(read.error.code))
    if (read.ok) form.setFocus('documentNumber')
  }
  const save = form.handleSubmit(async ({ documentType, documentNumber, expiresAt }) => {
    if (file === null) return setFileProblem(t('upload.nothingChosen'))
    const answer = await upload.run({
      id,
      customerId: customer.id,
      documentType,
      documentNumber,
      expiresAt: expiresAt === '' ? null : expiresAt,
      content: file.content,
    })
    if (answer === null) return
    if (answer.ok) return onUploaded({ documentType, status: 'PENDING' })
    const beside = showFailure(form, answer.error, {
      DOCUMENT_NUMBER_TAKEN: 'documentNumber',
      DOCUMENT_EXPIRED: 'expiresAt',
    })
    setFailure(beside ? null : answer.error)
  })
  useKeys({
    'Ctrl+Enter': {
      label: t('upload.post'),
      run: () => void save(),
      disabled: upload.busy || !serverConnected,
    },
  })
  const type = form.watch('documentType')
  const options = [...KINDS.identity, ...KINDS.address].map((value) => ({
    value,
    label: t(`type.${value}`),
  }))
  const needed = missing.length === 2 ? 'missing.both' : WORDS[first ?? 'none']
  return (
    <Columns layout="list-detail">
      <Column label={t('upload.file')} tone="canvas">
        <PageHeader
          title={t('upload.title')}
          detail={
            <bdi>
              {customer.firstName} {customer.lastName}
            </bdi>
          }
        />
        <FileDrop chosen={file} onChoose={(picked) => void choose(picked)} startHere />
      </Column>
      <Column label={t('upload.title')} tone="sunken">
        <form
          className="panel"
          onKeyDown={enterMovesOn}
          onSubmit={(event) => event.preventDefault()}
          noValidate
        >
          <div className="head">
            <h2>{t('held.details')}</h2>
            <span className="grow" />
            <BusyButton variant="default" onClick={onClose}>
              {t('upload.cancel')}
            </BusyButton>
          </div>
          <div className="scroll pad">
            <div className="stack">
              {notice}
              {needed !== null && <p className="t2">{t(needed)}</p>}
              <FormSelect
                searchable
                control={form.control}
                name="documentType"
                label={t('upload.type')}
                options={options}
              />
              <FormText
                control={form.control}
                name="documentNumber"
                label={t('upload.number')}
                dir="ltr"
                maxLength={100}
              />
              <FormText
                control={form.control}
                name="expiresAt"
                label={kindOf(type) === 'identity' ? t('upload.expires') : t('upload.expiresOptional')}
                type="date"
                dir="ltr"
              />
              <p className="t2">{t('upload.fourEyes')}</p>
            </div>
          </div>
          <div className="foot stack">
            {fileProblem !== null && <Note tone="bad">{fileProblem}</Note>}
            <FailureNote failure={failure} />
            <BusyButton
              size="lg"
              keys="Ctrl+Enter"
              fullWidth
              busy={upload.busy}
              unavailable={!serverConnected}
              onClick={() => void save()}
            >
              {t('upload.post')}
            </BusyButton>
          </div>
        </form>
      </Column>
    </Columns>
  )
}

const WORDS = {
  identity: 'missing.identity',
  address: 'missing.address',
  none: null,
} as const
