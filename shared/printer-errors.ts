import { PASSBOOK_ERRORS } from './passbook-errors.ts'

/** What can be wrong with a printer, and with a passbook in it; part of the table in errors.ts. */
export const PRINTER_ERRORS = {
  ...PASSBOOK_ERRORS,
  PREVIEW_GONE: [],
  PRINTER_ADDRESS_INVALID: [],
  PRINTER_NOT_CHOSEN: [],
  PRINTER_NOT_FOUND: [],
  /** `because` is one of NOT_READY in shared/printer-faults.ts: nothing was printed. */
  PRINTER_NOT_READY: ['printer', 'because'],
  PRINTER_UNREACHABLE: ['printer', 'address'],
  PRINTER_UNSUITABLE: [],
  /** `because` is one of PRINT_STOPS: a part of it may be on paper. */
  PRINT_STOPPED: ['printer', 'because'],
} as const

/** What any call that makes a paper may answer. */
export const PAPER_ERRORS = {
  /** A paper has letters that no font of this computer draws, and nobody has let it go out with boxes. `scripts` are names of SCRIPTS. */
  LETTERS_MISSING: ['letters', 'scripts', 'system'],
} as const
