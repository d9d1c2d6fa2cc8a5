import type { Font } from 'fontkit'
import type { FormatName } from '../../../shared/mrz/formats.ts'
import type { Random } from '../random.ts'
import type { Holder } from './holder.ts'

/** Millimetres (ICAO 9303-4, -5, -6): the page, from its lower edge to the middle of the lowest line, from line to line, and a pitch. */
const PAGES: Record<FormatName, { wide: number; high: number; lowest: number; apart: number }> = {
  TD3: { wide: 125, high: 88, lowest: 8.7, apart: 6.35 },
  TD2: { wide: 105, high: 74, lowest: 8.7, apart: 6.35 },
  TD1: { wide: 85.6, high: 54, lowest: 6.6, apart: 4.23 },
}
export const PITCH = 2.54
export const pageOf = (format: FormatName) => PAGES[format]

/** A text whose characters stand one pitch apart, its middle at this height; `size` is 1 for a pitch of 2.54 mm. */
function drawText(font: Font, text: string, left: number, middle: number, size: number): string {
  const advance = font.layout('A').glyphs[0]?.advanceWidth ?? 1
  const capital = font.layout('H').glyphs[0]?.bbox.maxY ?? 0
  const unit = (PITCH * size) / advance
  const paths = Array.from(text).flatMap((character, i) => {
    const glyph = font.layout(character).glyphs[0]
    if (glyph === undefined) return []
    const x = left + (i + 0.5) * PITCH * size - (glyph.advanceWidth * unit) / 2
    const y = middle + (capital / 2) * unit
    return [`<path transform="translate(${x} ${y}) scale(${unit} ${-unit})" d="${glyph.path.toSVG()}"/>`]
  })
  return paths.join('')
}

/** The fine lines that a document's paper is printed with. */
function background(wide: number, high: number, random: Random): string {
  const shade = () => Math.round(random.between(150, 235))
  const waves = Array.from({ length: 14 + random.below(30) }, (_, i) => {
    const y = (i * high) / 20
    const bend = random.between(-6, 6)
    return `<path d="M0 ${y} Q${wide / 4} ${y + bend} ${wide / 2} ${y} T${wide} ${y}" fill="none" stroke="rgb(${shade()},${shade()},${shade()})" stroke-width="${random.between(0.1, 0.5)}"/>`
  })
  return waves.join('')
}

/** What stands above the zone: a portrait and some lines of text, which a reader has to leave alone. */
function upperPart(font: Font, { wide, high }: { wide: number; high: number }, random: Random): string {
  const text = Array.from({ length: 5 }, (_, i) => {
    const length = 6 + random.below(18)
    const word = Array.from({ length }, () => String.fromCharCode(65 + random.below(26))).join('')
    return drawText(font, word, wide * 0.36, high * (0.12 + i * 0.1), 0.65)
  })
  const grey = Math.round(random.between(90, 170))
  const portrait = `<rect x="${wide * 0.05}" y="${high * 0.12}" width="${wide * 0.25}" height="${high * 0.48}" fill="rgb(${grey},${grey},${grey})"/><circle cx="${wide * 0.175}" cy="${high * 0.3}" r="${high * 0.1}" fill="rgb(200,170,150)"/>`
  return portrait + text.join('')
}

/** The page as SVG, one unit a millimetre, and the colour of its ink. */
export function drawPage(holder: Holder, font: Font, other: Font, random: Random): string {
  const { wide, high, lowest, apart } = pageOf(holder.format)
  const columns = holder.lines[0]?.length ?? 0
  const left = (wide - columns * PITCH) / 2
  const ink = Math.round(random.between(5, 70))
  const zone = holder.lines.map((line, i) =>
    drawText(font, line, left, high - lowest - (holder.lines.length - 1 - i) * apart, 1),
  )
  const paper = () => Math.round(random.between(215, 250))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}"><rect width="${wide}" height="${high}" fill="rgb(${paper()},${paper()},${paper()})"/>${background(wide, high, random)}<g fill="rgb(${ink},${ink},${ink})">${upperPart(other, { wide, high }, random)}${zone.join('')}</g></svg>`
}
