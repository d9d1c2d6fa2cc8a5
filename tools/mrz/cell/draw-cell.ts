import { CELL_HEIGHT, CELL_WIDTH } from '../../../electron/reading/mrz/cell-size.ts'
import { normalise } from '../../../electron/reading/mrz/normalise.ts'
import type { Random } from '../random.ts'
import { blur, smear } from './blur.ts'
import { planCell } from './characters.ts'
import { drawInk } from './ink.ts'
import { throughJpeg } from './jpeg.ts'
import { addGlare, addGrain, putOnPaper } from './paper.ts'
import { between, type Picture } from './picture.ts'

/** What a camera does to it: out of focus, moved, a lamp, grain, and a file of some quality. */
function photograph(picture: Picture, pitch: number, random: Random): void {
  blur(picture, random.uniform() ** 1.3 * 0.17 * pitch)
  const moved = random.between(0, 0.26) * pitch
  if (random.chance(0.35) && moved > 1) smear(picture, moved, random.between(0, Math.PI))
  if (random.chance(0.14)) addGlare(picture, random)
  addGrain(picture, random.between(0, 0.065), random)
  if (random.chance(0.7)) throughJpeg(picture, 25 + random.below(65), random.below(8), random.below(8))
}

function writeWindow(picture: Picture, window: Float64Array): void {
  for (let y = 0, i = 0; y < CELL_HEIGHT; y++)
    for (let x = 0; x < CELL_WIDTH; x++, i++)
      window[i] = between(
        picture,
        ((x + 0.5) * picture.width) / CELL_WIDTH - 0.5,
        ((y + 0.5) * picture.height) / CELL_HEIGHT - 0.5,
      )
  normalise(window)
}

/** Draws one window to learn from, as a photograph of a document would show it, and answers the class that it shows. */
export function drawCell(
  prints: readonly (readonly Uint8Array[])[],
  window: Float64Array,
  random: Random,
): number {
  const plan = planCell(random)
  const pitch = 8.5 + random.uniform() * random.uniform() * 26
  const picture = drawInk(plan, prints[random.below(prints.length)] ?? [], pitch, random)
  putOnPaper(picture, pitch, random)
  photograph(picture, pitch, random)
  writeWindow(picture, window)
  return plan.says
}
