import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../calls/use-call.ts'
import { AnswerNote } from './answer-note.tsx'
import { Note } from './failure-note.tsx'
import { FilePreview } from './file-preview.tsx'
import { useDrawn, type Look } from './preview/use-drawn.ts'
import { usePreviewControls } from './preview/use-preview-controls.ts'
import { ViewerTools } from './preview/viewer-tools.tsx'
import styles from './document-viewer.module.css'

type Props = {
  readonly documentId: string
  readonly label?: string
  /** Told after each page that was drawn. Must stay the same function. */
  readonly onLook?: (look: Look) => void
  readonly children?: ReactNode
}

/**
 * A stored document in the space that its parent gives it, with zoom (+ −, 0), rotation (T) and the pages of a PDF
 * (Shift with Page Up and Page Down). `children` stand at the start of the tool bar.
 */
export function DocumentViewer(props: Props) {
  return <Viewer key={props.documentId} {...props} />
}

function Viewer({ documentId, label, onLook, children }: Props) {
  const { t } = useTranslation(['components', 'viewer'])
  const { answer } = useQueryCall('documents.readFile', { documentId })
  const controls = usePreviewControls()
  const reading = {
    ticket: answer.state === 'known' ? answer.value.ticket : null,
    failed: answer.state === 'unknown' && answer.failure.code === 'FILE_UNREADABLE',
  }
  const { partial, watch } = useDrawn(reading, controls.pages, onLook)
  return (
    <div className={styles.viewer}>
      <ViewerTools controls={controls}>{children}</ViewerTools>
      {partial && <Note tone="warn">{t('viewer:partial')}</Note>}
      {answer.state === 'loading' && (
        <div className={styles.stage} aria-busy>
          <Loader aria-label={t('loading')} />
        </div>
      )}
      {answer.state === 'unknown' && (
        <div className={styles.stage}>
          <AnswerNote answer={answer} />
        </div>
      )}
      {answer.state === 'known' && (
        <FilePreview
          content={answer.value.content}
          mediaType={answer.value.mediaType}
          zoom={controls.zoom}
          rotation={controls.rotation}
          page={controls.page}
          onPages={controls.setPages}
          {...watch}
          {...(label === undefined ? {} : { label })}
        />
      )}
    </div>
  )
}
