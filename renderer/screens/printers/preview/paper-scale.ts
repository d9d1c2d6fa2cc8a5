import type { Size } from '../../../components/preview/fit.ts'

/** Pixels of the screen a millimetre of paper, at its real size. */
const REAL = 96 / 25.4

/**
 * How many pixels of the screen a millimetre of paper takes: a page is shown whole, and a roll, which may be long, no smaller than it is, as
 * far as the stage is wide enough.
 */
export function paperScale(paper: Size, stage: Size, isRoll: boolean): number {
  const byWidth = stage.width / paper.width
  const whole = Math.min(byWidth, stage.height / paper.height)
  return Math.max(isRoll ? Math.min(byWidth, Math.max(whole, REAL)) : whole, 0.01)
}
