import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Reading } from '../../../shared/reading/reading.ts'
import { type Grey, reduceTo } from '../grey.ts'
import { readAamva } from './aamva.ts'

/** The reader finds most in a picture of about this size, in pixels. */
const SEARCH_SIDE = 2000
const MOST_TEXT = 5000

let prepared = false
/** The program is beside the package's own files; fetched by itself it would ask the network. */
function prepareReader(): void {
  if (prepared) return
  const file = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } })
  prepared = true
}

/** Four bytes a pixel, as the reader takes a picture. */
function colours({ width, height, pixels }: Grey) {
  const data = new Uint8ClampedArray(pixels.length * 4)
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
    data.fill(pixels[i] ?? 0, at, at + 3)
    data[at + 3] = 255
  }
  return { data, width, height, colorSpace: 'srgb' as const }
}

/** The texts of the PDF417 and QR codes of a picture. */
async function textsIn(picture: Grey): Promise<{ readonly isQr: boolean; readonly text: string }[]> {
  prepareReader()
  const found = await readBarcodes(colours(picture), {
    formats: ['PDF417', 'QRCode'],
    // The default writes control characters as words, such as <LF>.
    textMode: 'Plain',
    maxNumberOfSymbols: 4,
  })
  return found.flatMap(({ format, text, isValid }) => (isValid ? [{ isQr: format === 'QRCode', text }] : []))
}

/** Turns a picture by a few degrees, by the nearest pixel. What lies outside is white. */
function tilt({ width, height, pixels }: Grey, degrees: number): Grey {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const tilted = new Uint8Array(pixels.length).fill(255)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const fromX = Math.round(cosine * (x - width / 2) - sine * (y - height / 2) + width / 2)
      const fromY = Math.round(sine * (x - width / 2) + cosine * (y - height / 2) + height / 2)
      if (fromX >= 0 && fromY >= 0 && fromX < width && fromY < height)
        tilted[i] = pixels[fromY * width + fromX] ?? 255
    }
  return { width, height, pixels: tilted }
}

/** A PDF417 is found up to about two degrees off the horizontal, so that a picture is tried in steps of three. Quarter turns are the reader's own. */
const TILTS = [0, 3, -3, 6, -6]

/** Reads the barcode of a driving licence (PDF417 by AAMVA), or else a QR code; null where there is none. `mayGoOn` is asked between two tries. */
export async function readBarcode(
  picture: Grey,
  page: number,
  mayGoOn: () => boolean,
): Promise<Reading | null> {
  const small = reduceTo(picture, SEARCH_SIDE)
  for (const degrees of TILTS) {
    if (!mayGoOn()) return null
    const reading = readingOf(await textsIn(degrees === 0 ? small : tilt(small, degrees)), page)
    if (reading !== null) return reading
  }
  return null
}

function readingOf(texts: Awaited<ReturnType<typeof textsIn>>, page: number): Reading | null {
  for (const { text, isQr } of texts) {
    const licence = isQr ? null : readAamva(text)
    if (licence !== null)
      return { source: 'AAMVA', format: licence.version, page, fields: licence.fields, text: null }
    if (isQr && text.length <= MOST_TEXT) return { source: 'QR', format: '', page, fields: {}, text }
  }
  return null
}
