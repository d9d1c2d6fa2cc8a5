/** Why a backup, a restore or a drill did not end well. Each has a sentence that says what to do next (renderer/i18n/en/backups.ts). */
export const BACKUP_FAULTS = [
  /** The folder or the share is not there. */
  'FOLDER_AWAY',
  'NO_PERMISSION',
  'DISK_FULL',
  /** The database server ended meanwhile. */
  'SERVER_GONE',
  /** The log that is needed next was removed: a new full backup begins a new chain. */
  'LOG_LOST',
  /** The server found a page whose checksum differs. */
  'PAGES_DAMAGED',
  /** The folder has backups of a later restore of this bank: this data is from before it. */
  'OLDER_TIMELINE',
  'NO_BACKUP',
  /** No full backup is old enough for the wanted second. */
  'TOO_EARLY',
  /** A piece of the log is missing before the wanted second. */
  'LOG_MISSING',
  /** A differential backup is there, and the full one on which it rests is not. */
  'BASE_MISSING',
  /** What changed since the last full backup cannot be known: it has to be a full one. */
  'NO_BASIS',
  'FILE_MISSING',
  'FILE_TRUNCATED',
  'FILE_CORRUPTED',
  /** A line of the words is not as it was printed, or one stands in another's place (line 0). */
  'LINE_WRONG',
  /** The words are well formed and of another sheet. */
  'WORDS_OTHER',
  /** The restored data did not pass its checks. */
  'CHECKS_FAILED',
  'RECOVERY_FAILED',
  /** The database is open in another program. */
  'IN_USE',
  /** The export was written by a release whose schema this one does not know, or this is another release than the one whose schema the database has. */
  'EXPORT_OF_OTHER_RELEASE',
  /** There is no whole export to load. */
  'NO_EXPORT',
  /** There is no recovery sheet that encrypts yet. */
  'NOT_SET_UP',
  /** A bank of this computer is restored by an administrator, or where its data cannot be opened by whoever has its sheet. */
  'NOT_ALLOWED',
  /** Another one is under way. */
  'BUSY',
  'CANCELLED',
] as const
export type BackupFaultCode = (typeof BACKUP_FAULTS)[number]
