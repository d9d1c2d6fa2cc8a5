/** Failures about documents, their key and its recovery sheet; part of the table in errors.ts. */
export const DOCUMENT_ERRORS = {
  DOCUMENT_EXPIRED: ['expiresAt'],
  DOCUMENT_NOT_APPROVED: [],
  DOCUMENT_NOT_FOUND: [],
  DOCUMENT_NUMBER_TAKEN: [],
  FILE_CANCELLED: [],
  FILE_DAMAGED: [],
  FILE_EMPTY: [],
  FILE_HAS_PASSWORD: [],
  FILE_TOO_DEMANDING: [],
  FILE_TOO_LARGE: ['megabytes'],
  FILE_TOO_MANY_PAGES: ['maximum'],
  FILE_TOO_MANY_PIXELS: ['megapixels'],
  FILE_TYPE_NOT_ALLOWED: [],
  FILE_UNREADABLE: [],
  /** Nobody approved it, or it was done already. */
  KEY_CHANGE_NOT_APPROVED: [],
  /** The vault key before this one is still needed by files. */
  KEY_CHANGE_RUNS: [],
  /** Another one was proposed or approved and is not done. */
  KEY_CHANGE_WAITS: [],
  /** `line` is the first line of a recovery sheet that is not as it was printed. */
  SHEET_LINE_WRONG: ['line'],
  SHEET_NOT_MADE: [],
  SHEET_OTHER: [],
} as const

/** Any call that seals or opens a document, or wraps the key for somebody, may answer with these. */
export const DOCUMENT_KEY_ERRORS = {
  /** The password of whoever asks opens no vault key, or one that is not in use any more: nothing of a document can be sealed or opened. */
  DOCUMENT_KEY_MISSING: [],
  /** The vault key was changed at this moment, and again while it was tried once more. */
  DOCUMENT_KEY_OUTDATED: [],
} as const
