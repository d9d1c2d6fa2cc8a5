import Encoder from '@point-of-sale/receipt-printer-encoder'
import { columnsOf, type RollLine } from '../../print/roll.ts'

/** Black where a byte is below 128; a row after the other, `width` bytes each. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** Draws lines as pictures, each as wide as the roll. */
export type DrawLines = (lines: readonly RollLine[], width: number) => Promise<readonly GreyPicture[]>

/** What fits on a roll: in dots, and in columns of the printer's own font. */
export type RollWidth = '80' | '58'
export const ROLLS: Readonly<Record<RollWidth, { readonly columns: number; readonly dots: number }>> = {
  80: { columns: 48, dots: 576 },
  58: { columns: 32, dots: 384 },
}

// Code page 858 has these letters of Latin-1 on every printer, and the euro. Any other number of a code page is another alphabet
// on another make, so what is not in it is drawn.
const IN_CODE_PAGE = /^[\x20-\x7e¡-¬®-ÿ€]*$/

export const isDrawn = ({ left, right }: RollLine): boolean => !IN_CODE_PAGE.test(left + right)

/** One line as a printer of so many columns writes it in its own font. */
export const asText = ({ left, right, large }: RollLine, columns: number): string => {
  if (right === '') return left
  const room = (large ? columns >> 1 : columns) - columnsOf(left) - columnsOf(right)
  return left + ' '.repeat(Math.max(1, room)) + right
}

/** Four bytes a dot, as the encoder takes a picture. */
function coloured({ width, height, grey }: GreyPicture) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [at, value] of grey.entries()) data.fill(value, at * 4, at * 4 + 3)
  return { data, width, height }
}

/** The bytes that print these lines and cut the paper; lines that the printer's letters lack are pictures. */
export async function encodeRoll(
  lines: readonly RollLine[],
  roll: RollWidth,
  draw: DrawLines,
): Promise<Uint8Array> {
  const { columns, dots } = ROLLS[roll]
  const drawn = lines.filter(isDrawn)
  const pictures = drawn.length === 0 ? [] : await draw(drawn, dots)
  const encoder = new Encoder({
    language: 'esc-pos',
    imageMode: 'raster',
    columns,
    feedBeforeCut: 4,
    newline: '\n',
  })
  encoder.initialize().codepage('cp858')
  for (const line of lines) {
    const picture = pictures[drawn.indexOf(line)]
    if (picture !== undefined) {
      encoder.image(coloured(picture), picture.width, picture.height, 'threshold')
      continue
    }
    encoder.bold(line.bold).size(line.large ? 2 : 1, line.large ? 2 : 1)
    encoder.text(asText(line, columns)).newline().size(1, 1).bold(false)
  }
  return encoder.cut().encode()
}
