import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentViewer } from '../../components/document-viewer.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { NoteAction } from '../documents/note-action.tsx'
import { useShowing } from '../documents/use-showing.ts'
import styles from './approvals.module.css'

type Props = {
  readonly documentId: string
  /** Whether all of the document was drawn and the database knows it. */
  readonly onShown: (shown: boolean) => void
}

/** The document that a correction rests on: it is approved only by somebody to whom all of it was shown. */
export function CorrectionEvidence({ documentId, onShown }: Props) {
  const { t } = useTranslation(['approvals', 'documents', 'customers'])
  const showing = useShowing(documentId)
  const { shown } = showing
  useEffect(() => onShown(shown), [shown, onShown])
  return (
    <>
      {showing.unshowable && <Note tone="warn">{t('customers:correction.unshowable')}</Note>}
      {showing.partial && <Note tone="warn">{t('documents:partial')}</Note>}
      {showing.pagesLeft > 0 && (
        <Note tone="info">{t('documents:pagesLeft', { count: showing.pagesLeft })}</Note>
      )}
      <FailureNote
        failure={showing.failure}
        action={<NoteAction label={t('documents:showAgain')} run={showing.again} />}
      />
      <div className={styles.evidence}>
        <DocumentViewer documentId={documentId} label={t('approvals:evidence')} onLook={showing.onLook}>
          <h2>{t('approvals:evidence')}</h2>
        </DocumentViewer>
      </div>
    </>
  )
}
