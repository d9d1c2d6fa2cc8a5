import Pdf from 'pdfkit'
import type { NumberFormat } from '../../shared/number-format.ts'
import { bundledFonts } from './fonts/bundled.ts'
import type { Face } from './fonts/face.ts'

export type PrintOptions = {
  /** IANA name of the branch's time zone, by which every time on paper is written. */
  readonly timeZone: string
  /** The branch's: every amount on paper is written in it. */
  readonly numberFormat: NumberFormat
  /** When the document is made; default: now. Fixed, the same document comes out the same, byte by byte. */
  readonly createdAt?: Date
  /** From `Letters`, where a name may have letters that the application's fonts lack. */
  readonly faces?: readonly Face[]
}

/** `faces`: the fonts of this computer for letters that `regular` and `bold` lack, called face 0, face 1 and so on. */
export type PdfDocument = PDFKit.PDFDocument & { readonly faces: readonly Face[] }

export const nameOfFace = (at: number) => `face ${at}`

/** An empty document without pages, of a size in points, with the fonts `regular` and `bold`. DejaVu's figures all have one width. */
export function createPdf(
  size: 'A4' | 'A6' | readonly [width: number, height: number],
  title: string,
  createdAt: Date,
  faces: readonly Face[] = [],
): PdfDocument {
  const pdf = new Pdf({
    size: typeof size === 'string' ? size : [...size],
    margin: 0, // every position is computed here, so the library must never break a page by itself
    autoFirstPage: false,
    font: '', // not one of the built-in fonts, which know Latin only
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'CoreX Teller', Producer: 'CoreX Teller', CreationDate: createdAt },
  })
  const { regular, bold } = bundledFonts()
  pdf.registerFont('regular', regular)
  pdf.registerFont('bold', bold)
  for (const [at, { bytes, name }] of faces.entries()) pdf.registerFont(nameOfFace(at), bytes, name)
  return Object.assign(pdf, { faces })
}

/** Ends the document and returns its bytes. */
export function finishPdf(pdf: PdfDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  pdf.on('error', reject)
  pdf.end()
  return promise
}
