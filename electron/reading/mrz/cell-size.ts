/** What the network sees: a window of 28 by 32 samples, in which a character's pitch is 20. */
export const CELL_WIDTH = 28
export const CELL_HEIGHT = 32
export const CELL_PITCH = 20
/** One for each character, and one for what is none: a gap between two, blank paper, a line above or below. */
export const CLASSES = 38
export const NO_CHARACTER = 37
