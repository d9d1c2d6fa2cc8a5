import type { PDFiumPage } from '@hyzyla/pdfium'
import sharp from 'sharp'
import type { Page } from '../../../shared/reading/page.ts'
import { loadPdfium } from './load-pdfium.ts'
import { makePage } from './make-page.ts'

/** The longer side that a page is drawn at, in pixels: 200 dpi of an A4 page. */
const DRAWN_SIDE = 2340
/** A page that is longer than wide by more than this is drawn no narrower than so many pixels. */
const LEAST_DRAWN = 16

async function drawPage(page: PDFiumPage): Promise<Page> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = DRAWN_SIDE / Math.max(originalWidth, originalHeight, 1)
  const size = {
    width: Math.max(LEAST_DRAWN, Math.round(originalWidth * scale)),
    height: Math.max(LEAST_DRAWN, Math.round(originalHeight * scale)),
  }
  const { data, width, height } = await page.render({ ...size, colorSpace: 'BGRA' })
  return makePage(sharp(data, { raw: { width, height, channels: 4 } }))
}

/** The pages of a PDF as pictures, one after the other; `onPage` is told after each. */
export async function pdfPages(
  content: Uint8Array,
  onPage: (done: number, of: number) => void,
): Promise<Page[]> {
  const pdf = await (await loadPdfium()).loadDocument(content)
  try {
    const pages: Page[] = []
    const count = pdf.getPageCount()
    for (let i = 0; i < count; i++) {
      pages.push(await drawPage(pdf.getPage(i)))
      onPage(i + 1, count)
    }
    return pages
  } finally {
    pdf.destroy()
  }
}
