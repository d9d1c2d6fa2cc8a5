import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { needOf, type Need } from '../../../shared/rules/documents.ts'
import type { CustomerView, DocumentView } from '../../../shared/contract/customers.ts'
import type { Failure } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { blankUpload, uploadSchema } from './upload-schema.ts'
import { useChosenFile } from './use-chosen-file.ts'

export type Uploaded = Pick<DocumentView, 'documentType' | 'status'>

const FIELD_OF = { DOCUMENT_NUMBER_TAKEN: 'documentNumber', DOCUMENT_EXPIRED: 'expiresAt' } as const

/** Uploads one document: its file, its fields and one id, so that it is stored once even if it is sent twice. */
export function useUpload(
  customer: CustomerView,
  missing: readonly Need[],
  first: File | undefined,
  onUploaded: (document: Uploaded) => void,
) {
  const { t } = useTranslation('documents')
  const { branch } = useSession()
  const upload = useCall('documents.upload')
  const [id] = useState(() => crypto.randomUUID())
  const form = useContractForm(uploadSchema(branch?.localDate ?? ''), blankUpload(missing, customer.country))
  const file = useChosenFile(first, () => form.setFocus('documentNumber'))
  const [unchosen, setUnchosen] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = form.handleSubmit(async ({ expiresAt, issuingCountry, ...fields }) => {
    if (file.chosen === null) return setUnchosen(true)
    const answer = await upload.run({
      id,
      customerId: customer.id,
      ...fields,
      issuingCountry: needOf(fields.documentType) === 'identity' ? issuingCountry : null,
      expiresAt: expiresAt === '' ? null : expiresAt,
      content: file.chosen.content,
    })
    if (answer === null) return
    if (answer.ok) return onUploaded({ documentType: fields.documentType, status: 'PENDING' })
    setFailure(showFailure(form, answer.error, FIELD_OF) ? null : answer.error)
  })
  const problem =
    file.problem === null ? null : t('upload.refused', { file: first?.name ?? '', problem: file.problem })
  const noFile = unchosen && first === undefined ? t('upload.nothingChosen') : null
  return {
    form,
    file: { ...file, problem: problem ?? noFile },
    failure,
    busy: upload.busy,
    save: () => void save(),
  }
}
