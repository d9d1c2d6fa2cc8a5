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

/**
 * What comes out of a printer, one below the other: a line in its own letters, a column each, or a picture of which each byte is a black dot (0)
 * or none (255). The bytes for the printer and what is looked at before are both made of these.
 */
export type RollPart =
  | { readonly is: 'TEXT'; readonly text: string; readonly bold: boolean; readonly large: boolean }
  | ({ readonly is: 'PICTURE' } & GreyPicture)

// Code page 858 has these letters of Latin-1 on every printer, and the euro. Any other number of a code page is another alphabet
// on another make, so what is not in it is drawn. So are § and ¶: the encoder writes them as the control bytes that they were on a PC.
const IN_CODE_PAGE = /^[\x20-\x7e¡-¦¨-¬®-µ·-ÿ€]*$/

const isDrawn = ({ left, right }: RollLine): boolean => !IN_CODE_PAGE.test(left + right)

const pieces = (text: string, columns: number): string[] =>
  Array.from({ length: Math.ceil(text.length / columns) }, (_, at) =>
    text.slice(at * columns, (at + 1) * columns),
  )

/** One line as lines of a printer of so many columns. What has no room beside its words stands below them, and is never broken by the printer. */
function written({ left, right, large }: RollLine, columns: number): string[] {
  const room = large ? columns >> 1 : columns
  const between = room - columnsOf(left) - columnsOf(right)
  if (right === '') return left === '' ? [''] : pieces(left, room)
  if (between > 0) return [left + ' '.repeat(between) + right]
  return [...pieces(left, room), ...pieces(right.padStart(room), room)]
}

const blackOrWhite = ({ width, height, grey }: GreyPicture): RollPart => ({
  is: 'PICTURE',
  width,
  height,
  grey: grey.map((value) => (value < 128 ? 0 : 255)),
})

/** What a printer makes of these lines: text where its letters suffice, and pictures. */
export async function rollParts(
  lines: readonly RollLine[],
  roll: RollWidth,
  draw: DrawLines,
): Promise<RollPart[]> {
  const { columns, dots } = ROLLS[roll]
  const drawn = lines.filter(isDrawn)
  const pictures = drawn.length === 0 ? [] : await draw(drawn, dots)
  return lines.flatMap((line): RollPart[] => {
    const picture = pictures[drawn.indexOf(line)]
    if (picture !== undefined) return [blackOrWhite(picture)]
    const { bold, large } = line
    return written(line, columns).map((text) => ({ is: 'TEXT', text, bold, large }))
  })
}
