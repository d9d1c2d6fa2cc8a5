import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fitScale, sharpScale } from './fit.ts'
import type { PageProps } from './image-page.tsx'
import { openPdf } from './pdf.ts'
import { classes } from '../../theme/classes.ts'
import styles from '../document-viewer.module.css'

type Props = Omit<PageProps, 'onUnreadable'> & {
  /** From 1. */
  readonly page: number
  readonly onPages: (count: number) => void
  readonly onUnreadable: (locked: boolean) => void
  /** Parts of it are damaged and are left out. */
  readonly onPartial: () => void
}

/** One page of a PDF, drawn to a canvas. The last drawing stays until the next one is ready, so nothing flickers. */
export function PdfPage({ onUnreadable, onPartial, ...props }: Props) {
  const [strict, setStrict] = useState(true)
  const onDamaged = useCallback(
    (locked: boolean) => {
      if (locked || !strict) return onUnreadable(locked)
      setStrict(false)
      onPartial()
    },
    [strict, onUnreadable, onPartial],
  )
  return <OpenPdf key={String(strict)} {...props} strict={strict} onUnreadable={onDamaged} />
}

type OpenProps = Omit<Props, 'onPartial'> & { readonly strict: boolean }

/** First strictly; where that fails, what can be shown. */
function OpenPdf({ content, page, strict, onPages, onUnreadable, ...view }: OpenProps) {
  const pdf = usePdf(content, strict, onPages, onUnreadable)
  const [sheet, setSheet] = useState<PDFPageProxy | null>(null)
  useEffect(() => {
    let active = true
    pdf?.getPage(page).then(
      (found) => active && setSheet(found),
      () => active && onUnreadable(false),
    )
    return () => {
      active = false
    }
  }, [pdf, page, onUnreadable])
  return sheet === null ? null : <Sheet sheet={sheet} {...view} onUnreadable={onUnreadable} />
}

function usePdf(
  content: Uint8Array,
  strict: boolean,
  onPages: (count: number) => void,
  onUnreadable: (locked: boolean) => void,
): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  useEffect(() => {
    let active = true
    let close: (() => void) | null = null
    const open = async () => {
      const opening = await openPdf(content, strict, () => active && onUnreadable(false))
      close = opening.close
      if (!active) return close()
      const opened = await opening.pdf
      if (!active) return
      onPages(opened.numPages)
      setPdf(opened)
    }
    open().catch((error: unknown) => {
      if (active) onUnreadable(error instanceof Error && error.name === 'PasswordException')
    })
    return () => {
      active = false
      setPdf(null)
      close?.()
    }
  }, [content, strict, onPages, onUnreadable])
  return pdf
}

/** The canvas is replaced with every drawing, so the element around it has the role. */
const PICTURE = { role: 'img' } as const

type SheetProps = Pick<Props, 'label' | 'stage' | 'zoom' | 'rotation' | 'onDrawn' | 'onUnreadable'> & {
  readonly sheet: PDFPageProxy
}

function Sheet({ sheet, label, stage, zoom, rotation, onDrawn, onUnreadable }: SheetProps) {
  const holder = useRef<HTMLDivElement>(null)
  const unrotated = sheet.getViewport({ scale: 1 })
  const scale = fitScale(unrotated, stage, rotation) * zoom
  useEffect(() => {
    const ratio = sharpScale(unrotated.width, unrotated.height, scale, window.devicePixelRatio)
    const viewport = sheet.getViewport({ scale: ratio, rotation: (sheet.rotate + rotation) % 360 })
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    const drawing = sheet.render({ canvas, viewport })
    const show = (drawn: HTMLCanvasElement) => {
      holder.current?.replaceChildren(drawn)
      onDrawn(sheet.pageNumber)
    }
    let active = true
    drawing.promise.then(
      () => active && show(canvas),
      () => active && onUnreadable(false),
    )
    return () => {
      active = false
      drawing.cancel()
    }
  }, [sheet, unrotated.width, unrotated.height, scale, rotation, onDrawn, onUnreadable])
  const drawn = sheet.getViewport({ scale, rotation: (sheet.rotate + rotation) % 360 })
  return (
    <div
      ref={holder}
      {...PICTURE}
      aria-label={label}
      className={classes(styles.page, styles.sheet)}
      style={{ width: drawn.width, height: drawn.height }}
    />
  )
}
