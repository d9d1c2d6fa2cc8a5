import { Loader } from '@mantine/core'
import type { CallOutput } from '../../shared/contract.ts'
import { useTranslation } from 'react-i18next'
import { useCallback, useEffect, type ReactNode } from 'react'
import { useQueryCall } from '../calls/use-call.ts'
import { AnswerNote } from './answer-note.tsx'
import { Note } from './failure-note.tsx'
import { FilePreview } from './file-preview.tsx'
import { useDrawn, type Look } from './preview/use-drawn.ts'
import { usePreviewControls, type PreviewControls } from './preview/use-preview-controls.ts'
import { ViewerTools } from './preview/viewer-tools.tsx'
import styles from './document-viewer.module.css'

const nothing = () => undefined

type Props = {
  readonly documentId: string
  readonly label?: string
  /** Told after each page that was drawn. Must stay the same function. */
  readonly onLook?: (look: Look) => void
  /** What a page is called, counted from 0; without it the pages have numbers. */
  readonly pageName?: (at: number, of: number) => string
  readonly children?: ReactNode
}

/**
 * A stored document in the space that its parent gives it, with zoom (+ −, 0), rotation (T) and the pages of a PDF
 * (Shift with Page Up and Page Down). `children` stand at the start of the tool bar.
 */
export function DocumentViewer(props: Props) {
  return <Viewer key={props.documentId} {...props} />
}

type PageProps = {
  readonly pages: CallOutput<'documents.readFile'>['pages']
  readonly controls: PreviewControls
  readonly label?: string
  readonly onDrawn: (page: number) => void
  readonly onPartial: () => void
  readonly onProblem: () => void
}

/** The page that is turned to: one of several pictures, or of the only file, which in an earlier release was kept as it was. */
function PagePreview({ pages, controls, onDrawn, ...watch }: PageProps) {
  const { page, setPages } = controls
  const several = pages.length > 1
  const shown = pages[several ? page - 1 : 0]
  useEffect(() => {
    if (several) setPages(pages.length)
  }, [several, pages.length, setPages])
  const onThis = useCallback((drawn: number) => onDrawn(several ? page : drawn), [onDrawn, several, page])
  if (shown === undefined) return null
  return (
    <FilePreview
      key={several ? page : 1}
      content={shown.content}
      mediaType={shown.mediaType}
      zoom={controls.zoom}
      rotation={controls.rotation}
      page={several ? 1 : page}
      onPages={several ? nothing : setPages}
      onDrawn={onThis}
      {...watch}
    />
  )
}

function Viewer({ documentId, label, onLook, pageName, children }: Props) {
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
      <ViewerTools controls={controls} pageName={pageName}>
        {children}
      </ViewerTools>
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
        <PagePreview
          pages={answer.value.pages}
          controls={controls}
          {...watch}
          {...(label === undefined ? {} : { label })}
        />
      )}
    </div>
  )
}
