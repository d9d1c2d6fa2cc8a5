/** What an ESC/POS printer says of itself, each answer one byte (DLE EOT n, GS r n). */

/** Real-time questions: answered at once, also by a printer that prints, has no paper, or is open. */
const DLE_EOT = (about: number) => [0x10, 0x04, about]
/** The printer, why it is offline, what is broken, the paper. */
export const ASK_STATE = new Uint8Array([1, 2, 3, 4].flatMap(DLE_EOT))
export const STATE_ANSWERS = 4
/** Waits in the line behind what was sent before: its answer says that all of that was worked on. */
export const ASK_END = new Uint8Array([0x1d, 0x72, 0x01])
/** It shall say nothing that it is not asked. */
export const BE_QUIET = new Uint8Array([0x1d, 0x61, 0x00])

export type Trouble = 'PAPER_OUT' | 'COVER_OPEN' | 'JAMMED' | 'OFFLINE'

/** Four bits of every answer to DLE EOT are fixed, and of every answer to GS r two others. */
export const isStateAnswer = (byte: number): boolean => (byte & 0x93) === 0x12
export const isEndAnswer = (byte: number): boolean => (byte & 0x90) === 0

/** What is wrong by the four answers, the first that somebody can mend; null where it can print. */
export function troubleIn([
  printer = 0,
  offline = 0,
  broken = 0,
  paper = 0,
]: readonly number[]): Trouble | null {
  if ((offline & 0x04) !== 0) return 'COVER_OPEN'
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return 'PAPER_OUT'
  if ((broken & 0x6c) !== 0 || (offline & 0x40) !== 0) return 'JAMMED'
  return (printer & 0x08) === 0 ? null : 'OFFLINE'
}

/** The end was reached without paper: the sensor of its end speaks. */
export const endedWithoutPaper = (byte: number): boolean => (byte & 0x0c) !== 0
