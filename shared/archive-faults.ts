/** Why an export of an archive was not written, or is not what was sealed. Each has a sentence that says what to do next (renderer/i18n/en/archives.ts). */
export const ARCHIVE_FAULTS = [
  /** The folder or the share is not there. */
  'FOLDER_AWAY',
  'NO_PERMISSION',
  'DISK_FULL',
  /** The folder has no export of this period. */
  'NO_EXPORT',
  'FILE_MISSING',
  'FILE_TRUNCATED',
  /** The bytes are not those that were written, or cannot be unpacked. */
  'FILE_CORRUPTED',
  'MANIFEST_DAMAGED',
  /** The lines of a day are not those that were sealed. */
  'DAY_CHANGED',
  /** The file says of itself what its lines say, and it is not what the books have sealed. */
  'OTHER_DIGEST',
  /** The rows in the database are not those that were sealed: nothing is exported. */
  'ROWS_CHANGED',
  'CANCELLED',
] as const
export type ArchiveFaultCode = (typeof ARCHIVE_FAULTS)[number]

/** What is refused of archives: codes and the names of their facts, part of errors.ts. */
export const ARCHIVE_ERRORS = {
  /** `date` is the first day whose rows are not what was sealed. */
  ARCHIVE_CHANGED: ['date'],
  ARCHIVE_NOT_FOUND: [],
  /** `fault` is one of the codes above, `about` the file, folder or day that its sentence names. */
  ARCHIVE_REFUSED: ['fault', 'about'],
  MONTH_AWAY: [],
  MONTH_NOT_REMOVED: [],
  /** `until` is the last day of the year or month. */
  YEAR_NOT_OVER: ['until'],
} as const
