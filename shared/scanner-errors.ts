/** What can be wrong with a scanner; part of the table in errors.ts. */
export const SCANNER_ERRORS = {
  SCANNER_ADDRESS_INVALID: [],
  SCANNER_BUSY: [],
  SCANNER_CANCELLED: [],
  SCANNER_CERTIFICATE_CHANGED: [],
  /** SHA-256 in hexadecimal, as scanners show it. */
  SCANNER_CERTIFICATE_UNKNOWN: ['fingerprint'],
  SCANNER_COVER_OPEN: [],
  SCANNER_FAILED: [],
  SCANNER_GONE: [],
  SCANNER_JAMMED: [],
  SCANNER_NOT_FOUND: [],
  SCANNER_NOT_UNDERSTOOD: [],
  SCANNER_NO_DOCUMENT: [],
  SCANNER_SOURCE_MISSING: [],
  SCANNER_UNREACHABLE: ['address'],
} as const
