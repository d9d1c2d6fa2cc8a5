import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Pdf from 'pdfkit'
import type { NumberFormat } from '../../shared/number-format.ts'

export type PrintOptions = {
  /** IANA name of the branch's time zone, by which every time on paper is written. */
  readonly timeZone: string
  /** The branch's: every amount on paper is written in it. */
  readonly numberFormat: NumberFormat
  /** When the document is made; default: now. Fixed, the same document comes out the same, byte by byte. */
  readonly createdAt?: Date
}

export type PdfDocument = PDFKit.PDFDocument

/** The font files are resolved at run time, so that it works from the bundle and from inside an archive. */
const fontFile = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

let fonts: { regular: Buffer; bold: Buffer } | null = null

function loadFonts() {
  fonts ??= { regular: fontFile('DejaVuSansCondensed'), bold: fontFile('DejaVuSansCondensed-Bold') }
  return fonts
}

/** An empty document without pages, with the fonts `regular` and `bold`. DejaVu's figures all have one width. */
export function createPdf(size: 'A4' | 'A6', title: string, createdAt: Date): PdfDocument {
  const pdf = new Pdf({
    size,
    margin: 0, // every position is computed here, so the library must never break a page by itself
    autoFirstPage: false,
    font: '', // not one of the built-in fonts, which know Latin only
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'CoreX Teller', Producer: 'CoreX Teller', CreationDate: createdAt },
  })
  const { regular, bold } = loadFonts()
  pdf.registerFont('regular', regular)
  pdf.registerFont('bold', bold)
  return pdf
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
