import { type Font, openSync } from 'fontkit'
import { MRZ_CHARACTERS } from '../../shared/mrz/characters.ts'
import { edgesOf, fillOutline } from './outline.ts'

/** A glyph's picture is two pitches wide and high, its cell's middle in its own. */
export const GLYPH_SIZE = 120
export const GLYPH_PITCH = 60

/** A way in which the characters are printed: ink that runs or is thin, and a print that is large or small. */
type Print = { readonly ink: number; readonly scale: number }
const PRINTS: readonly Print[] = [
  { ink: 0, scale: 1 },
  { ink: 1, scale: 1 },
  { ink: 2, scale: 1 },
  { ink: -1, scale: 1 },
  { ink: 0, scale: 1.08 },
  { ink: 1, scale: 0.93 },
]

/** Spreads the ink by a pixel on each side, or takes it back. */
function spread(glyph: Uint8Array, choose: (...values: number[]) => number): Uint8Array {
  const size = GLYPH_SIZE
  const at = (x: number, y: number) =>
    glyph[Math.min(size - 1, Math.max(0, y)) * size + Math.min(size - 1, Math.max(0, x))] ?? 0
  return glyph.map((own, i) => {
    const x = i % size
    const y = Math.floor(i / size)
    return choose(own, at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1))
  })
}

function drawGlyph(font: Font, character: string, { ink, scale }: Print): Uint8Array {
  const glyph = font.layout(character).glyphs[0]
  const capital = font.layout('H').glyphs[0]
  const pitch = font.layout('A').glyphs[0]?.advanceWidth
  if (glyph === undefined || capital === undefined || pitch === undefined)
    throw new Error(`The font has no ${character}.`)
  const unit = (GLYPH_PITCH / pitch) * scale
  const middle = capital.bbox.maxY / 2
  const edges = edgesOf(glyph.path, ([x, y]) => [
    GLYPH_SIZE / 2 + (x - glyph.advanceWidth / 2) * unit,
    GLYPH_SIZE / 2 - (y - middle) * unit,
  ])
  let picture = fillOutline(edges, GLYPH_SIZE)
  for (let i = 0; i < Math.abs(ink); i++) picture = spread(picture, ink > 0 ? Math.max : Math.min)
  return picture
}

function openFont(file: string): Font {
  const font = openSync(file)
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts.`)
  return font
}

/** The pictures of all characters (ink from 0 to 255) in each print of each font. */
export function drawGlyphs(files: readonly string[]): Uint8Array[][] {
  return files
    .map(openFont)
    .flatMap((font) =>
      PRINTS.map((print) => Array.from(MRZ_CHARACTERS, (character) => drawGlyph(font, character, print))),
    )
}
