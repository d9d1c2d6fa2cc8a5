/** Why nothing was printed: a printer that is not ready is asked before anything is sent to it. Each has a sentence that says what to do next. */
export const NOT_READY = [
  'PAPER_OUT',
  'COVER_OPEN',
  'JAMMED',
  'OFFLINE',
  'SILENT',
  'DISABLED',
  'GONE',
] as const
export type NotReady = (typeof NOT_READY)[number]

/** Why a print did not end well after it had begun: a part of it may be on paper. */
export const PRINT_STOPS = [
  'PAPER_OUT',
  'COVER_OPEN',
  'JAMMED',
  'OFFLINE',
  'LOST',
  'SILENT',
  'CANCELLED',
  'DISABLED',
  'FAILED',
] as const
export type PrintStop = (typeof PRINT_STOPS)[number]
