import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { fitScale, sharpScale } from './fit.ts'
import type { PageProps } from './image-page.tsx'
import { openPdf } from './pdf.ts'

type Props = Omit<PageProps, 'onUnreadable'> & {
  /** From 1. */
  readonly page: number
  readonly onPages: (count: number) => void
  readonly onUnreadable: (locked: boolean) => void
}

/** One page of a PDF, drawn to a canvas. The last drawing stays until the next one is ready, so nothing flickers. */
export function PdfPage({ content, page, onPages, onUnreadable, ...look }: Props) {
  const pdf = usePdf(content, onPages, onUnreadable)
  const [sheet, setSheet] = useState<PDFPageProxy | null>(null)
  useEffect(() => {
    let shown = true
    pdf?.getPage(page).then(
      (found) => shown && setSheet(found),
      () => shown && onUnreadable(false),
    )
    return () => {
      shown = false
    }
  }, [pdf, page, onUnreadable])
  return sheet === null ? null : <Sheet sheet={sheet} {...look} onUnreadable={onUnreadable} />
}

function usePdf(
  content: Uint8Array,
  onPages: (count: number) => void,
  onUnreadable: (locked: boolean) => void,
): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  useEffect(() => {
    let shown = true
    let task: PDFDocumentLoadingTask | null = null
    const open = async () => {
      task = await openPdf(content)
      if (!shown) return task.destroy()
      const opened = await task.promise
      if (!shown) return
      onPages(opened.numPages)
      setPdf(opened)
    }
    open().catch((error: unknown) => {
      if (shown) onUnreadable(error instanceof Error && error.name === 'PasswordException')
    })
    return () => {
      shown = false
      setPdf(null)
      void task?.destroy()
    }
  }, [content, onPages, onUnreadable])
  return pdf
}

/** The canvas is replaced with every drawing, so the element around it has the role. */
const PICTURE = { role: 'img' } as const

type SheetProps = Pick<Props, 'label' | 'stage' | 'zoom' | 'turn' | 'onUnreadable'> & {
  readonly sheet: PDFPageProxy
}

function Sheet({ sheet, label, stage, zoom, turn, onUnreadable }: SheetProps) {
  const holder = useRef<HTMLDivElement>(null)
  const upright = sheet.getViewport({ scale: 1 })
  const scale = fitScale(upright, stage, turn) * zoom
  useEffect(() => {
    const ratio = sharpScale(upright.width, upright.height, scale, window.devicePixelRatio)
    const viewport = sheet.getViewport({ scale: ratio, rotation: (sheet.rotate + turn) % 360 })
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    const drawing = sheet.render({ canvas, viewport })
    let shown = true
    drawing.promise.then(
      () => shown && holder.current?.replaceChildren(canvas),
      () => shown && onUnreadable(false),
    )
    return () => {
      shown = false
      drawing.cancel()
    }
  }, [sheet, upright.width, upright.height, scale, turn, onUnreadable])
  const drawn = sheet.getViewport({ scale, rotation: (sheet.rotate + turn) % 360 })
  return (
    <div
      ref={holder}
      {...PICTURE}
      aria-label={label}
      className="viewer-page viewer-sheet"
      style={{ width: drawn.width, height: drawn.height }}
    />
  )
}
