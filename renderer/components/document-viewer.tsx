import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../calls/use-call.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { FailureNote } from './failure-note.tsx'
import { FilePreview } from './file-preview.tsx'
import { nextTurn, stepZoom, type Turn } from './preview/fit.ts'

/**
 * A stored document in the room that its parent gives it, with zoom (+ −, 0), turning (T) and the pages of a PDF
 * (Shift with Page Up and Page Down). `children` stand at the start of the tool bar.
 */
export function DocumentViewer({
  documentId,
  label,
  children,
}: {
  readonly documentId: string
  readonly label?: string
  readonly children?: ReactNode
}) {
  return (
    <Viewer key={documentId} documentId={documentId} {...(label === undefined ? {} : { label })}>
      {children}
    </Viewer>
  )
}

function Viewer({ documentId, label, children }: Parameters<typeof DocumentViewer>[0]) {
  const { t } = useTranslation(['viewer', 'components'])
  const file = useQueryCall('documents.readFile', { documentId })
  const look = useLook()
  return (
    <div className="viewer">
      <div className="viewer-tools" role="toolbar" aria-label={t('tools')}>
        {children}
        <span className="grow" />
        {look.pages > 1 && (
          <>
            <Tool icon={IconChevronLeft} label={t('previousPage')} onClick={look.previous} />
            <span className="t2 num">{t('pageOf', { page: look.page, pages: look.pages })}</span>
            <Tool icon={IconChevronRight} label={t('nextPage')} onClick={look.next} />
          </>
        )}
        <Tool icon={IconZoomOut} label={t('smaller')} onClick={look.smaller} />
        <span className="t2 num viewer-zoom">{t('percent', { percent: look.zoom * 100 })}</span>
        <Tool icon={IconZoomIn} label={t('larger')} onClick={look.larger} />
        <Tool icon={IconRotateClockwise} label={t('turn')} onClick={look.rotate} />
      </div>
      {file.loading && (
        <div className="viewer-stage" aria-busy>
          <Loader aria-label={t('components:loading')} />
        </div>
      )}
      {file.failure !== null && (
        <div className="viewer-stage">
          <FailureNote failure={file.failure} />
        </div>
      )}
      {file.data !== undefined && (
        <FilePreview
          content={file.data.content}
          mediaType={file.data.mediaType}
          zoom={look.zoom}
          turn={look.turn}
          page={look.page}
          onPages={look.setPages}
          {...(label === undefined ? {} : { label })}
        />
      )}
    </div>
  )
}

/** How the document is looked at, and the keys that change it. */
function useLook() {
  const { t } = useTranslation('viewer')
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState<Turn>(0)
  const [page, setPage] = useState(1)
  const [pages, setPages] = useState(1)
  const larger = () => setZoom(stepZoom(zoom, 1))
  const smaller = () => setZoom(stepZoom(zoom, -1))
  const rotate = () => setTurn(nextTurn(turn))
  const previous = () => setPage(Math.max(page - 1, 1))
  const next = () => setPage(Math.min(page + 1, pages))
  useKeys({
    '+': { label: t('larger'), run: larger },
    '-': { label: t('smaller'), run: smaller },
    T: { label: t('turn'), run: rotate },
    '0': { label: t('whole'), run: () => setZoom(1), quiet: true },
    ...(pages > 1
      ? {
          'Shift+PageUp': { label: t('previousPage'), run: previous, quiet: true },
          'Shift+PageDown': { label: t('nextPage'), run: next, quiet: true },
        }
      : {}),
  })
  return { zoom, turn, page, pages, setPages, larger, smaller, rotate, previous, next }
}

function Tool({ icon: Sign, label, onClick }: { icon: Icon; label: string; onClick: () => void }) {
  return (
    <Tooltip label={label} transitionProps={{ duration: 0 }}>
      <ActionIcon aria-label={label} onClick={onClick}>
        <Sign size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
