import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Need } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { FileDrop } from './file-drop.tsx'
import { PreparedNotes } from './prepared-notes.tsx'
import { UploadFields } from './upload-fields.tsx'
import { RefusedFile, UnsentFiles, WaitingFiles } from './waiting-files.tsx'
import { useLeaving } from './use-leaving.ts'
import { useUpload, type Uploaded } from './use-upload.ts'

type Props = {
  readonly customer: CustomerView
  readonly missing: readonly Need[]
  /** This document's file, and those that follow it. */
  readonly files: readonly File[]
  readonly onFiles: (files: readonly File[]) => void
  readonly notice: ReactNode
  readonly onUploaded: (document: Uploaded) => void
  readonly onClose: () => void
}

/** One document: the file large, so that its number can be read off it, and its fields at the side. */
export function UploadForm({ customer, missing, files, onFiles, notice, onUploaded, onClose }: Props) {
  const { t } = useTranslation('documents')
  const { serverConnected } = useSession()
  const { form, file, prepared, failure, busy, save } = useUpload(customer, missing, files[0], onUploaded)
  const name = fullName(customer)
  const leaving = useLeaving(files, onClose)
  return (
    <Columns layout="list-detail">
      <Column label={t('upload.file')} tone="canvas">
        <PageHeader title={t('upload.title')} detail={<bdi>{name}</bdi>} />
        <FileDrop
          chosen={file.chosen}
          holding={files.length > 0}
          onChoose={(more) => onFiles([...more, ...files.slice(1)])}
          startHere
        />
      </Column>
      <Column label={t('upload.title')} tone="sunken">
        <PanelForm
          title={t('held.details')}
          submit={{
            label: t('upload.post'),
            run: save,
            busy,
            unavailable: !serverConnected,
            waiting: file.reading && serverConnected,
          }}
          leave={{ label: t('upload.cancel'), run: leaving.leave, asks: files.length > 1 }}
          notes={
            file.problem !== null && <RefusedFile problem={file.problem} files={files} onFiles={onFiles} />
          }
          failure={failure}
        >
          {notice}
          {leaving.asked ? (
            <UnsentFiles files={files} />
          ) : (
            <WaitingFiles files={files} onFiles={onFiles} refused={file.problem !== null} />
          )}
          <PreparedNotes prepared={prepared} />
          <UploadFields control={form.control} missing={missing} readings={prepared.readings} />
        </PanelForm>
      </Column>
    </Columns>
  )
}
