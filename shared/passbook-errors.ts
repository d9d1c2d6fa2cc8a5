/** What can be wrong with a passbook; part of the table in errors.ts by printer-errors.ts. */
export const PASSBOOK_ERRORS = {
  PASSBOOK_ENDED: ['serial'],
  PASSBOOK_FULL: [],
  /** What somebody says stands in the book was not in the print. */
  PASSBOOK_LINE_OUTSIDE: [],
  /** Another print came first. */
  PASSBOOK_MOVED_ON: [],
  PASSBOOK_NOT_FOUND: [],
  PASSBOOK_NOT_POSSIBLE: [],
  PASSBOOK_OPEN: ['serial'],
  PASSBOOK_PRINT_NOT_FOUND: [],
  /** `person` has begun a print of which it is not known yet what came of it. */
  PASSBOOK_PRINT_OPEN: ['person'],
  PASSBOOK_SERIAL_TAKEN: [],
  /** `because` is one of PRINT_STOPS in shared/printer-faults.ts: whoever printed looks into the book. */
  PASSBOOK_STOPPED: ['printer', 'because'],
  PASSBOOK_UP_TO_DATE: [],
} as const
