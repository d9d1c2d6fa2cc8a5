import Encoder from '@point-of-sale/receipt-printer-encoder'
import { type GreyPicture, type RollPart, ROLLS, type RollWidth } from './roll-parts.ts'

/** Lines that the printer goes on before it cuts. */
export const FEED_BEFORE_CUT = 4

/** Four bytes a dot, as the encoder takes a picture. */
function coloured({ width, height, grey }: GreyPicture) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [at, value] of grey.entries()) data.fill(value, at * 4, at * 4 + 3)
  return { data, width, height }
}

/** The bytes that print these parts and cut the paper. */
export function encodeRoll(parts: readonly RollPart[], roll: RollWidth): Uint8Array {
  const encoder = new Encoder({
    language: 'esc-pos',
    imageMode: 'raster',
    columns: ROLLS[roll].columns,
    feedBeforeCut: FEED_BEFORE_CUT,
    newline: '\n',
  })
  encoder.initialize().codepage('cp858')
  for (const part of parts) {
    if (part.is === 'PICTURE') {
      encoder.image(coloured(part), part.width, part.height, 'threshold')
      continue
    }
    const times = part.large ? 2 : 1
    encoder.bold(part.bold).size(times, times).text(part.text).newline().size(1, 1).bold(false)
  }
  return encoder.cut().encode()
}
