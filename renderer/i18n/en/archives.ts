import type { ArchiveFaultCode } from '../../../shared/archive-faults.ts'

const faults: Readonly<Record<ArchiveFaultCode, string>> = {
  FOLDER_AWAY: 'There is no folder {{about}}. Connect the share or the disk, or type another folder.',
  NO_PERMISSION: 'This program may not write there: {{about}}. Ask whoever looks after the folder.',
  DISK_FULL:
    'The disk is full: {{about}}. Free some space, or choose another folder. Nothing half-written is left.',
  NO_EXPORT: 'There is no export of it here: {{about}}. Type the folder to which it was exported.',
  FILE_MISSING: 'The file of the export is missing: {{about}}. Use another copy, or export it again.',
  FILE_TRUNCATED: 'The file of the export is cut off: {{about}}. Use another copy, or export it again.',
  FILE_CORRUPTED: 'The file of the export is damaged: {{about}}. Use another copy, or export it again.',
  MANIFEST_DAMAGED:
    'The manifest of the export was changed: {{about}}. Use another copy, or export it again.',
  DAY_CHANGED: 'A day in the file is not as it was sealed: {{about}}. Use another copy, or export it again.',
  OTHER_DIGEST:
    'The file fits its manifest, and is not what was sealed here. Its digest is {{about}}. It is of another bank, or was made up.',
  ROWS_CHANGED:
    'Rows in the database are not as they were sealed: {{about}}. Nothing was exported. Compare all days, and ask whoever looks after the server.',
  CANCELLED: 'It was cancelled. Nothing half-written is left.',
}

/** Sealed years and months: how they stand, and what can be done with them. */
export const archives = {
  title: 'Archives',
  show: 'Show',
  chip: { LEDGER: 'Years of the ledger {{count}}', AUDIT: 'Months of the audit log {{count}}' },
  list: { LEDGER: 'Years of the ledger', AUDIT: 'Months of the audit log' },
  countLEDGER_one: '{{count}} year',
  countLEDGER_other: '{{count}} years',
  countAUDIT_one: '{{count}} month',
  countAUDIT_other: '{{count}} months',
  none: { LEDGER: 'No postings yet', AUDIT: 'No months yet' },
  noneHint: {
    LEDGER: 'A year stands here as soon as something is posted in it.',
    AUDIT: 'A month stands here as soon as it begins.',
  },
  notChosen: 'Nothing chosen',
  notChosenHint: 'Choose one to see how it stands, to seal it, to export it or to compare it.',
  period: { LEDGER: 'Year', AUDIT: 'Month' },
  name: { LEDGER: 'Ledger of {{year}}', AUDIT: 'Audit log of {{year}}' },
  how: 'State',
  state: {
    OPEN: 'Open',
    OVER: 'To be sealed',
    SEALED: 'Sealed',
    AWAY: 'Out of the log',
    REMOVED: 'In its file alone',
  },
  wrong: 'Differs',
  rows: { LEDGER: 'Postings', AUDIT: 'Entries' },
  exported: 'Exported',
  openHint: {
    LEDGER: 'A year is sealed once its last month is closed, under Branch day. Postings stay where they are.',
    AUDIT: 'A month is sealed a day after its end.',
  },
  overHint: {
    LEDGER: 'Its last month is closed. The job seals it by itself; you can do it now.',
    AUDIT: 'It is over. The job seals it by itself; you can do it now.',
  },
  removedHint:
    'It was kept as long as the rule under Retention says, and was then deleted from the database. Its seal stays, and proves the file to which it was exported.',
  awayHint: 'It stands in the archive, under the same guards, and in no page of the audit log.',
  digest: 'Digest',
  sealed: 'Sealed',
  sealedBy: '{{when}}, {{name}}',
  byJob: 'by the job',
  days: { LEDGER: 'Days with postings', AUDIT: 'Days' },
  keptUntil: 'To be kept until',
  compared: 'Rows compared',
  comparedSome: '{{done, number}} of {{of, number}} days, since {{when}}',
  never: 'not yet',
  exportedTo: '{{when}}, {{name}}: {{size}} in {{folder}}',
  file: 'File compared',
  fileGood: '{{when}}, {{name}}: as it was sealed',
  fileBad: '{{when}}, {{name}}: differs',
  seal: { LEDGER: 'Seal the year', AUDIT: 'Seal the month' },
  detach: 'Move out of the log',
  detachProposed: 'It is proposed. A second person approves it under Approvals.',
  attach: 'Bring back into the log',
  check: 'Compare the rows',
  checkedGood: 'Every day is what was sealed.',
  differing_one: 'One day is not as it was sealed.',
  differing_other: '{{count}} days are not as they were sealed.',
  differingDay: '{{day}}, {{branch}}: {{sealed, number}} sealed, {{found, number}} found',
  differingHint: 'Do not export. Restore the newest good backup to another computer, and compare there.',
  leave: 'Leave',
  folder: 'Folder',
  folderHint: 'A full path, such as /mnt/archive or \\\\server\\archive. It has to be there.',
  removed: 'Deleted',
  bringBack: {
    open: 'Bring back from a file',
    title: 'Bring back {{year}} from its file',
    what: 'Every line of the file is compared with the seal, and brought back into the archive, where it can be read. A month later it is deleted again.',
    run: 'Bring back',
    done: '{{rows, number}} lines of {{file}} are in the archive again, {{size}}.',
  },
  export: {
    open: 'Export',
    title: 'Export {{year}}',
    what: 'A line a posting with its entries, or an entry of the log, compressed, and a manifest that proves it without this program. Whoever can read the folder can read it.',
    run: 'Export',
    done: '{{rows, number}} lines in {{file}}, {{size}}.',
  },
  verify: {
    open: 'Compare a file',
    title: 'Compare the export of {{year}}',
    what: 'Every line of the file is compared with the seal. Nothing is changed.',
    run: 'Compare',
    done: 'Every line is what was sealed: {{rows, number}} lines in {{file}}, {{size}}.',
  },
  search: {
    open: 'Search a file',
    title: 'Search the export of {{year}}',
    what: 'A part of a reference, an account’s number, an amount or a text; of the log an action, a record or what was recorded. That you looked is on record.',
    text: 'Search for',
    from: 'From',
    to: 'To',
    run: 'Search',
    none: 'Nothing has it.',
    found_one: '{{count}} line',
    found_other: '{{count}} lines',
    more: 'There are more. Say more of what you look for.',
  },
  calls: {
    list: 'See which years and months are sealed',
    seal: 'Seal a year or a month that is over',
    check: 'Compare what is sealed with its rows',
    proposeDetach: 'Propose that a month leaves the audit log',
    attach: 'Bring a month back into the audit log',
    bringBack: 'Bring a deleted month back from its file',
    export: 'Export what is sealed',
    verify: 'Compare an export with what was sealed',
    search: 'Search an export',
  },
  /** What is shown of a proposal, in this order. */
  facts: { auditMonth: 'Month', auditRows: 'Entries', digest: 'Digest' },
  /** In the audit log. */
  archived_one:
    '{{first}} is in the archive: its entries are in none of these pages. Archives brings it back.',
  archived_other:
    '{{count}} months from {{first}} to {{last}} are in the archive: their entries are in none of these pages. Archives brings them back.',
  faults,
} as const

/** The sentences of what is refused. */
export const archiveErrors = {
  ARCHIVE_CHANGED: 'Rows of it are not what was sealed, so it stays where it is.',
  MONTH_NOT_REMOVED:
    'The rows of this month are in the database, or somebody brings them back just now: look at the list again.',
  MONTH_AWAY: 'This month is not in the log, or not sealed.',
  ARCHIVE_NOT_FOUND: 'There is no such archive. Look at the list again.',
  ARCHIVE_REFUSED: 'The file was not written, or is not what was sealed. The screen Archives says why.',
  YEAR_NOT_OVER:
    'A year is sealed once its last month is closed, and a month of the audit log a day after its end.',
} as const
