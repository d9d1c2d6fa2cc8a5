import sharp from 'sharp'
import type { OperationInput, OperationOutput } from '../messages.ts'
import { loadPdfium } from './load-pdfium.ts'

/** Points are 1/72 inch, and office printers have 300 dots in an inch or more. */
const SCALE = 300 / 72
/** A receipt printer has eight dots in a millimetre: two pixels each, or one where the roll is longer than this, in points. */
const DOTS = (8 * 25.4) / 72
const LONG_ROLL = 700
/** The pictures go through memory only: three times as fast as the smallest, and a tenth larger. */
const PNG = { compressionLevel: 3, adaptiveFiltering: false }

const rollScale = (height: number) => (height > LONG_ROLL ? DOTS : DOTS * 2)

/** Draws a page of a PDF in grey, as fine as paper shows it. */
export async function drawPage({
  pdf: content,
  at,
  isRoll = false,
}: OperationInput<'drawPage'>): Promise<OperationOutput<'drawPage'>> {
  const pdf = await (await loadPdfium()).loadDocument(content)
  try {
    const of = pdf.getPageCount()
    const page = pdf.getPage(Math.min(at, of - 1))
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    const scale = isRoll ? rollScale(height) : SCALE
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
    const { data, ...drawn } = await page.render({ ...size, colorSpace: 'Gray' })
    const grey = sharp(data, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
    const png = new Uint8Array(await grey.toColourspace('b-w').png(PNG).toBuffer())
    return { page: { png, width, height }, of }
  } finally {
    pdf.destroy()
  }
}
