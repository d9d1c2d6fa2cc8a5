import { crc32, deflateSync } from 'node:zlib'

/** Five by seven dots of the letters that a made-up document has to show, one number per row, bit 4 leftmost. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
}

type Colour = readonly [number, number, number]
const INK: Colour = [35, 58, 92]
const LINE: Colour = [150, 164, 184]
const FACE: Colour = [196, 174, 156]

/**
 * A picture of a card that is clearly not a real document: DEMO in large letters, a grey portrait and lines for text. `shade`
 * tells one card from another. PNG, 320 by 200.
 */
export const demoCard = (shade: number): Buffer =>
  png(320, 200, (x, y) => {
    if (isLetter('DEMO', x - 120, y - 24, 7)) return INK
    if ((x - 62) ** 2 + (y - 80) ** 2 < 26 ** 2 || (y > 116 && y < 150 && Math.abs(x - 62) < 40)) return FACE
    if (x > 120 && x < 290 && y > 100 && y < 180 && (y - 100) % 20 < 6) return LINE
    if (x < 6 || y < 6 || x > 313 || y > 193) return INK
    return [214 + (shade % 3) * 12, 226 + (shade % 5) * 4, 232 + (shade % 2) * 10]
  })

/** The smallest picture that is still legible; the file of every document that was decided in the past. */
export const demoPlaceholder = (): Buffer =>
  png(64, 24, (x, y) => (isLetter('DEMO', x - 8, y - 5, 2) ? INK : [238, 242, 248]))

/** Whether a dot belongs to the word whose upper left corner is at 0, 0, at so many dots per dot. */
function isLetter(word: string, x: number, y: number, size: number): boolean {
  const [column, row] = [Math.floor(x / size), Math.floor(y / size)]
  const dots = LETTERS[word[Math.floor(column / 6)] ?? '']?.[row] ?? 0
  return column >= 0 && row >= 0 && column % 6 < 5 && ((dots >> (4 - (column % 6))) & 1) === 1
}

/** Signature, header, pixels, end: PNG (ISO/IEC 15948), eight bits of red, green and blue. */
function png(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * (width * 3 + 1) + 1 + x * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')])
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
