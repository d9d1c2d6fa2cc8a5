import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Pdf from 'pdfkit'

/** What a caller may fix so that the same papers come out the same, byte by byte. */
export type PrintOptions = {
  /** When the paper is made; now, unless said otherwise. */
  readonly createdAt?: Date
  /** IANA name of the branch's time zone; the workstation's own, unless said otherwise. */
  readonly timeZone?: string
}

export type Paper = PDFKit.PDFDocument

/** The package's files are looked up when they are needed, so that it works from the bundle and from inside an archive. */
const fontFile = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

let fonts: { regular: Buffer; bold: Buffer } | null = null

function loadFonts() {
  fonts ??= { regular: fontFile('DejaVuSansCondensed'), bold: fontFile('DejaVuSansCondensed-Bold') }
  return fonts
}

/** An empty document without pages, with the fonts `regular` and `bold`. DejaVu's figures all have one width. */
export function openPaper(size: 'A4' | 'A6', title: string, createdAt: Date): Paper {
  const paper = new Pdf({
    size,
    margin: 0, // every position is computed here, so the library must never break a page by itself
    autoFirstPage: false,
    font: '', // nothing of the built-in fonts, which know Latin only
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'CoreX Teller', Producer: 'CoreX Teller', CreationDate: createdAt },
  })
  const { regular, bold } = loadFonts()
  paper.registerFont('regular', regular)
  paper.registerFont('bold', bold)
  return paper
}

/** Ends the document and gives its bytes. */
export function closePaper(paper: Paper): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Buffer[] = []
  paper.on('data', (chunk: Buffer) => chunks.push(chunk))
  paper.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  paper.on('error', reject)
  paper.end()
  return promise
}
