import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Ask } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ScanPanel } from '../scanners/scan-panel.tsx'
import { DocumentPages } from './pages/document-pages.tsx'
import { contentOf, filesOf, readingsOf } from './pages/entry.ts'
import { usePageActions } from './pages/use-page-actions.ts'
import { PreparedNotes } from './prepared-notes.tsx'
import { UploadFields } from './upload-fields.tsx'
import { RefusedFile, UnsentFiles, WaitingFiles } from './waiting-files.tsx'
import { useLeaving } from './use-leaving.ts'
import { useUpload, type Uploaded } from './use-upload.ts'

type Props = {
  readonly customer: CustomerView
  readonly missing: readonly Ask[]
  /** This document's file, and those that follow it as documents of their own. */
  readonly files: readonly File[]
  readonly onFiles: (files: readonly File[]) => void
  readonly notice: ReactNode
  readonly onUploaded: (document: Uploaded) => void
  readonly onClose: () => void
}

/** One document: its pages large, so that its number can be read off them, and its fields at the side. */
export function UploadForm({ customer, missing, files, onFiles, notice, onUploaded, onClose }: Props) {
  const { t } = useTranslation('documents')
  const { serverConnected } = useSession()
  const { form, pages, ...upload } = useUpload(customer, missing, files[0], onUploaded)
  const { entries } = pages
  const type = useWatch({ control: form.control, name: 'documentType' })
  const goOn = () => onFiles(files.slice(1))
  const actions = usePageActions(pages, goOn)
  const unsent = [...filesOf(entries), ...files.slice(1).map(({ name }) => name)]
  const leaving = useLeaving(unsent, onClose)
  /** What comes to a document that has a page is a further page of it. */
  const choose = (more: readonly File[]) => {
    if (entries.every((entry) => contentOf(entry) === null)) onFiles([...more, ...files.slice(1)])
    else actions.select(pages.add(more))
  }
  const join = () => {
    pages.add(files.slice(1))
    onFiles(files.slice(0, 1))
  }
  const leaveOut = (id: string) => {
    if (entries.length === 1) goOn()
    pages.remove(id)
  }
  return (
    <Columns layout="list-detail">
      <Column label={t('upload.file')} tone="canvas">
        <PageHeader title={t('upload.title')} detail={<bdi>{fullName(customer)}</bdi>} />
        <DocumentPages
          pages={pages}
          actions={actions}
          type={type}
          holding={files.length > 0 || entries.length > 0}
          onChoose={choose}
        />
        <ScanPanel onScanned={(more) => actions.select(pages.add(more))} />
      </Column>
      <Column label={t('upload.title')} tone="sunken">
        <PanelForm
          title={t('held.details')}
          submit={{
            label: t('upload.post'),
            run: upload.save,
            busy: upload.busy,
            unavailable: !serverConnected,
            waiting: upload.isPreparing && serverConnected,
          }}
          leave={{ label: t('upload.cancel'), run: leaving.leave, asks: leaving.several }}
          notes={
            <>
              {upload.refused.map(({ id, problem }) => (
                <RefusedFile
                  key={id}
                  problem={problem}
                  isFollowed={entries.length === 1 && files.length > 1}
                  onLeaveOut={() => leaveOut(id)}
                />
              ))}
              {upload.missingFile !== null && <Note tone="bad">{upload.missingFile}</Note>}
            </>
          }
          failure={upload.failure}
        >
          {notice}
          {leaving.asked ? (
            <UnsentFiles names={unsent} />
          ) : (
            <WaitingFiles files={files} onFiles={onFiles} onJoin={join} refused={upload.refused.length > 0} />
          )}
          <PreparedNotes pages={pages} customer={customer} />
          <UploadFields
            control={form.control}
            kind={customer.kind}
            missing={missing}
            readings={readingsOf(entries)}
          />
        </PanelForm>
      </Column>
    </Columns>
  )
}
