import sharp from 'sharp'
import type { OperationInput, OperationOutput } from '../messages.ts'

type Line = OperationInput<'drawLines'>['lines'][number]
type Ink = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** Pixels of the letters, as high as the printer's own beside them, and space between two lines. */
const LETTERS = 21
const LEAST_HEIGHT = 24
const BETWEEN = 4
/** Accents over accents do not fill the roll. */
const HIGHEST = 96
const WHITE = 255

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Pango reads markup: a name is words and nothing else. */
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? '')

/** White letters on black, by the fonts of this computer; smaller where there is no room. */
async function inkOf(text: string, { bold, large, fontFile }: Line, room: number): Promise<Ink> {
  if (text.trim() === '') return { data: new Uint8Array(), width: 0, height: 0 }
  const font = `Sans ${bold ? 'Bold ' : ''}${large ? LETTERS * 2 : LETTERS}`
  const known = fontFile === null ? {} : { fontfile: fontFile }
  const drawn = sharp({ text: { text: escaped(text), font, dpi: 72, ...known } })
  const fitting = drawn.resize({ width: room, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await fitting.greyscale().raw().toBuffer({ resolveWithObject: true })
  if (!data.some((value) => value > 127)) throw new Error('This computer has no font that draws a line of it')
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

function put(grey: Uint8Array, width: number, ink: Ink, x: number, y: number): void {
  for (let row = 0; row < ink.height; row++)
    for (let column = 0; column < ink.width; column++) {
      const at = (y + row) * width + x + column
      grey[at] = Math.min(grey[at] ?? WHITE, WHITE - (ink.data[row * ink.width + column] ?? 0))
    }
}

async function drawLine(line: Line, width: number) {
  const right = await inkOf(line.right, line, width >> 1)
  const left = await inkOf(line.left, line, width - right.width)
  const height = Math.max(LEAST_HEIGHT, left.height, right.height) + BETWEEN
  // The encoder sends rows of eight.
  const rows = Math.ceil(height / 8) * 8
  const grey = new Uint8Array(width * rows).fill(WHITE)
  put(grey, width, left, 0, (rows - left.height) >> 1)
  put(grey, width, right, width - right.width, (rows - right.height) >> 1)
  return { width, height: rows, grey }
}

/** Draws lines of text whose letters a printer does not have, each as wide as its paper. */
export async function drawLines({
  lines,
  width,
}: OperationInput<'drawLines'>): Promise<OperationOutput<'drawLines'>> {
  const pictures = []
  for (const line of lines) pictures.push(await drawLine(line, width))
  return { pictures }
}
