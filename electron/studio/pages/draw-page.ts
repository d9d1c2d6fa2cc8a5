import sharp from 'sharp'
import type { OperationInput, OperationOutput } from '../messages.ts'
import { loadPdfium } from './load-pdfium.ts'

/** Points are 1/72 inch, and office printers have 300 dots in an inch or more. */
const SCALE = 300 / 72
/** The pictures go through memory only: three times as fast as the smallest, and a tenth larger. */
const PNG = { compressionLevel: 3, adaptiveFiltering: false }

/** Draws a page of a PDF in grey, as fine as paper shows it. */
export async function drawPage({
  pdf: content,
  at,
}: OperationInput<'drawPage'>): Promise<OperationOutput<'drawPage'>> {
  const pdf = await (await loadPdfium()).loadDocument(content)
  try {
    const page = pdf.getPage(at)
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    const size = { width: Math.round(width * SCALE), height: Math.round(height * SCALE) }
    const { data, ...drawn } = await page.render({ ...size, colorSpace: 'Gray' })
    const grey = sharp(data, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
    const png = new Uint8Array(await grey.toColourspace('b-w').png(PNG).toBuffer())
    return { page: { png, width, height }, of: pdf.getPageCount() }
  } finally {
    pdf.destroy()
  }
}
