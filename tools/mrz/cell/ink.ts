import { CELL_HEIGHT, CELL_PITCH, CELL_WIDTH } from '../../../electron/reading/mrz/cell-size.ts'
import { GLYPH_PITCH, GLYPH_SIZE } from '../glyphs.ts'
import type { Random } from '../random.ts'
import type { CellPlan } from './characters.ts'
import { emptyPicture, paint, type Picture } from './picture.ts'

const HALF = GLYPH_SIZE / 2

/** How much ink (0 to 1) a glyph has at a place, in pitches from its middle. */
function inkAt(glyph: Uint8Array, across: number, down: number): number {
  const x = across * GLYPH_PITCH + HALF - 0.5
  const y = down * GLYPH_PITCH + HALF - 0.5
  if (x < 0 || y < 0 || x >= GLYPH_SIZE - 1 || y >= GLYPH_SIZE - 1) return 0
  const left = Math.floor(x)
  const top = Math.floor(y)
  const right = x - left
  const below = y - top
  const i = top * GLYPH_SIZE + left
  const upper = (glyph[i] ?? 0) * (1 - right) + (glyph[i + 1] ?? 0) * right
  const lower = (glyph[i + GLYPH_SIZE] ?? 0) * (1 - right) + (glyph[i + GLYPH_SIZE + 1] ?? 0) * right
  return (upper * (1 - below) + lower * below) / 255
}

/** The most ink that the characters of a line have at a place; the middle one stands at 0. */
function inkOfLine(
  glyphs: readonly Uint8Array[],
  line: readonly number[],
  across: number,
  down: number,
): number {
  const nearest = Math.floor(across + 0.5)
  let most = 0
  for (let at = nearest - 1; at <= nearest + 1; at++) {
    const glyph = glyphs[line[at + 2] ?? -1]
    if (glyph !== undefined) most = Math.max(most, inkAt(glyph, across - at, down))
  }
  return most
}

/** From a place in the window to one among the characters: slant, squeeze, turn and shift together. Lengths are in pitches. */
function placing(plan: CellPlan, random: Random) {
  const wide = 1 + random.between(-0.09, 0.09)
  const high = 1 + random.between(-0.15, 0.15)
  const slant = random.between(-0.1, 0.1) - (random.chance(0.05) ? 0.2 : 0)
  const cosine = Math.cos(plan.turn)
  const sine = Math.sin(plan.turn)
  return {
    across: (x: number, y: number) => (x * wide + y * slant) * cosine - y * high * sine + plan.across,
    down: (x: number, y: number) => (x * wide + y * slant) * sine + y * high * cosine + plan.down,
  }
}

/** Samples in each direction of a pixel: more where a pixel covers more of a character. */
const samplesFor = (pitch: number) => (pitch < 14 ? 4 : pitch < 20 ? 3 : 2)

/** The window as ink (0 to 1) at a pitch of so many pixels. */
export function drawInk(
  plan: CellPlan,
  glyphs: readonly Uint8Array[],
  pitch: number,
  random: Random,
): Picture {
  const picture = emptyPicture(
    Math.max(10, Math.round((CELL_WIDTH * pitch) / CELL_PITCH)),
    Math.max(12, Math.round((CELL_HEIGHT * pitch) / CELL_PITCH)),
  )
  const place = placing(plan, random)
  if (plan.isBlank) return picture
  const samples = samplesFor(pitch)
  const inkHere = (x: number, y: number) => {
    const fromMiddle = ((x / picture.width - 0.5) * CELL_WIDTH) / CELL_PITCH
    const below = ((y / picture.height - 0.5) * CELL_HEIGHT) / CELL_PITCH
    const across = place.across(fromMiddle, below)
    const down = place.down(fromMiddle, below)
    const ink = inkOfLine(glyphs, plan.line, across, down)
    const { neighbour } = plan
    if (neighbour === null) return ink
    return Math.max(ink, inkOfLine(glyphs, neighbour.line, across + neighbour.across, down + neighbour.down))
  }
  paint(picture, (_, x, y) => {
    let sum = 0
    for (let k = 0; k < samples * samples; k++)
      sum += inkHere(x + ((k % samples) + 0.5) / samples, y + (Math.floor(k / samples) + 0.5) / samples)
    return sum / (samples * samples)
  })
  return picture
}
