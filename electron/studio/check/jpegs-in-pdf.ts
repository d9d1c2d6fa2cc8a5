import sharp from 'sharp'
import { isWholePicture } from './check-picture.ts'

const BEGIN = Buffer.from('ffd8ff', 'hex')
const END = Buffer.from('endstream')
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a

/** The JPEGs that stand in a PDF as they are, each the whole of a stream (ISO 32000-2, 7.3.8 and 7.4.8). */
function* jpegsIn(pdf: Buffer): Generator<Buffer> {
  let at = pdf.indexOf(BEGIN)
  while (at >= 0) {
    const end = pdf.indexOf(END, at)
    if (end < 0) return
    if (beginsStream(pdf, at)) yield pdf.subarray(at, withoutLineEnd(pdf, end))
    at = pdf.indexOf(BEGIN, beginsStream(pdf, at) ? end : at + BEGIN.length)
  }
}

/** The word `stream` and a line end stand before it. */
function beginsStream(pdf: Buffer, at: number): boolean {
  const before = pdf.subarray(Math.max(at - 8, 0), at).toString('latin1')
  return /stream\r?\n$/.test(before)
}

function withoutLineEnd(pdf: Buffer, end: number): number {
  const cut = pdf[end - 1] === LINE_FEED ? end - 1 : end
  return pdf[cut - 1] === CARRIAGE_RETURN ? cut - 1 : cut
}

/**
 * Whether the JPEGs in grey and in the four colours of print within a PDF can be decoded to their last pixel. The PDF library hands
 * those of three colours to a strict decoder; these it decodes itself, and passes over an end that is missing.
 */
export async function areGreyAndPrintJpegsWhole(pdf: Uint8Array): Promise<boolean> {
  for (const jpeg of jpegsIn(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))) {
    const channels = await channelsOf(jpeg)
    if ((channels === 1 || channels === 4) && !(await isWholePicture(jpeg))) return false
  }
  return true
}

/** 0 where the header cannot be read: the library has judged it then. */
async function channelsOf(jpeg: Buffer): Promise<number> {
  try {
    return (await sharp(jpeg).metadata()).channels
  } catch {
    return 0
  }
}
