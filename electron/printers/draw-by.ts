import type { Letters } from '../print/fonts/open-letters.ts'
import type { Studio } from '../studio/open-studio.ts'
import type { DrawLines } from './escpos/encode-roll.ts'

/** Lines are drawn by the studio: what fonts make of a hostile name never ends the workplace. */
export const drawBy =
  (studio: Pick<Studio, 'drawLines'>, letters: Pick<Letters, 'fileFor'>): DrawLines =>
  async (lines, width) => {
    const asked = await studio.drawLines({
      lines: lines.map(({ left, right, bold, large }) => ({
        left,
        right,
        bold,
        large,
        fontFile: letters.fileFor(left + right),
      })),
      width,
    })
    if (asked.ok) return asked.output.pictures
    throw new Error(`Lines of a paper could not be drawn: ${asked.because}`)
  }
