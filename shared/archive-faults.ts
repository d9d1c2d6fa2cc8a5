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
