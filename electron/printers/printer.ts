import type { RollLine } from '../print/roll.ts'
import type { NotReady, PrintStop } from '../../shared/printer-faults.ts'

/**
 * What came of a print, known and not assumed. NOT_BEGUN and UNREACHABLE: nothing is on paper. STOPPED: a part of it may be, or all of it
 * where the printer did not say. TAKEN: the operating system took it, and tells no more.
 */
export type PrintOutcome =
  | { readonly is: 'PRINTED' }
  | { readonly is: 'TAKEN' }
  | { readonly is: 'UNREACHABLE' }
  | { readonly is: 'NOT_BEGUN'; readonly because: NotReady }
  | { readonly is: 'STOPPED'; readonly because: PrintStop }

export const PRINTED: PrintOutcome = { is: 'PRINTED' }

/** How much longer many pages may take: each is turned into what the printer understands. */
export const MANY_PAGES = 4

/** How long a printer is waited for, in milliseconds. */
export type PrintLimits = {
  readonly connect: number
  /** For an answer about its state. */
  readonly answer: number
  /** For the end of what was sent. */
  readonly print: number
  /** Between two looks at a job that is under way. */
  readonly look: number
}

export const PRINT_LIMITS: PrintLimits = { connect: 4_000, answer: 3_000, print: 30_000, look: 500 }

/** What is printed, drawn for the printer that is ready for it. */
export type PaperOf = {
  readonly title: string
  /** It may have many pages, and take that much longer. */
  readonly isLong: boolean
  /** What lies in the printer, in millimetres, where the paper has to fit it: it is neither scaled nor turned. */
  readonly exactSize?: { readonly width: number; readonly height: number }
  /** Its lines on a roll of so many columns. */
  readonly roll: (columns: number) => readonly RollLine[]
  readonly pdf: () => Promise<Uint8Array>
}

/** Read when the printer is ready, so that what is on record as printed was sent to one. Null: there is nothing to print. */
export type ReadPaper<T> = () => Promise<{ readonly paper: PaperOf; readonly value: T } | null>

export type Printed<T> = { readonly outcome: PrintOutcome; readonly value: T | null }
