import { useElementSize } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from './failure-note.tsx'
import type { Rotation } from './preview/fit.ts'
import { ImagePage } from './preview/image-page.tsx'
import { PdfPage } from './preview/pdf-page.tsx'
import styles from './document-viewer.module.css'

type Props = {
  readonly content: Uint8Array
  readonly mediaType: string
  readonly label?: string
  readonly zoom?: number
  readonly rotation?: Rotation
  /** The page of a PDF, from 1. */
  readonly page?: number
  readonly onPages?: (count: number) => void
  /** A page is on the screen, complete. Must stay the same function. */
  readonly onDrawn?: (page: number) => void
  /** Damaged parts are left out. Must stay the same function. */
  readonly onPartial?: () => void
  /** It cannot be shown. Must stay the same function. */
  readonly onProblem?: () => void
}

/** A page larger than its stage is scrolled by keys too, so the stage takes the focus. */
const SCROLLED_BY_KEYS = { tabIndex: 0 } as const
const nothing = () => undefined
/** The stage's own padding, so that the whole page fits without a scroll bar. */
const MARGIN = 32

/** Shows a file in the space that its parent gives it: a picture, or a page of a PDF. Give another file another `key`. */
export function FilePreview({
  content,
  mediaType,
  label,
  zoom = 1,
  rotation = 0,
  page = 1,
  onPages = nothing,
  onDrawn = nothing,
  onPartial = nothing,
  onProblem = nothing,
}: Props) {
  const { t } = useTranslation('viewer')
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const [problem, setProblem] = useState<'unreadable' | 'locked' | null>(null)
  const onUnreadable = useCallback(
    (locked: boolean) => {
      setProblem(locked ? 'locked' : 'unreadable')
      onProblem()
    },
    [onProblem],
  )
  const onDamaged = useCallback(() => onUnreadable(false), [onUnreadable])
  const shared = {
    content,
    label: label ?? t('document'),
    stage: { width: width - MARGIN, height: height - MARGIN },
    zoom,
    rotation,
    onDrawn,
  }
  const measured = width > MARGIN && height > MARGIN
  return (
    <section
      ref={ref}
      className={styles.stage}
      {...SCROLLED_BY_KEYS}
      aria-label={label === undefined ? t('stage') : t('stageOf', { label })}
    >
      {problem !== null && <Note tone="bad">{t(problem)}</Note>}
      {problem === null &&
        measured &&
        (mediaType === 'application/pdf' ? (
          <PdfPage
            {...shared}
            page={page}
            onPages={onPages}
            onPartial={onPartial}
            onUnreadable={onUnreadable}
          />
        ) : (
          <ImagePage {...shared} mediaType={mediaType} onUnreadable={onDamaged} />
        ))}
    </section>
  )
}
