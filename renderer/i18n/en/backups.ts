import type { BackupFaultCode } from '../../../shared/backup-faults.ts'

const faults: Readonly<Record<BackupFaultCode, string>> = {
  FOLDER_AWAY:
    'The backup folder cannot be reached: {{about}}. What is sealed waits on this computer. Connect the share or the disk again.',
  NO_PERMISSION: 'This program may not write there: {{about}}. Ask whoever looks after the folder.',
  DISK_FULL: 'The disk is full: {{about}}. Free some space, or choose another folder.',
  SERVER_GONE: 'The database does not run at the moment. Try again when it does.',
  LOG_LOST: 'The log went on too long without a backup. A new full backup begins by itself.',
  PAGES_DAMAGED:
    'A page of the database on this computer is damaged. Restore it from a backup, and have the disk checked.',
  OLDER_TIMELINE:
    'The folder has later data of this bank than this computer: it was restored elsewhere, or an old copy runs here. Nothing is written to {{about}}. Stop working here until that is clear.',
  NO_BACKUP: 'There is no whole full backup in this folder: {{about}}.',
  TOO_EARLY: 'The first second that can be restored is {{about}}.',
  LOG_MISSING:
    'A piece of the log is missing. Without a gap it goes up to {{about}}: choose that second or an earlier one.',
  BASE_MISSING:
    'The full backup {{about}} is not in this folder, and the later ones rest on it. Choose another copy of the folder.',
  NO_BASIS: 'What changed since the last full backup is not known: {{about}}. Take a full one.',
  FILE_MISSING:
    'A file of the backup is missing: {{about}}. Choose an earlier second, or another copy of the folder.',
  FILE_TRUNCATED:
    'A file of the backup is cut off: {{about}}. Choose an earlier second, or another copy of the folder.',
  FILE_CORRUPTED:
    'A file of the backup is damaged: {{about}}. Choose an earlier second, or another copy of the folder.',
  LINE_WRONG:
    'Line {{about}} is not as it was printed. With line 0, all words are known, but one stands in another’s place.',
  WORDS_OTHER:
    'These words are of another sheet. Type those of the sheet that was valid when the backup was made.',
  CHECKS_FAILED: 'What was restored did not pass its checks: {{about}}',
  RECOVERY_FAILED: 'The server could not read what was restored: {{about}}',
  IN_USE: 'Another program has the database open. Close it first: {{about}}.',
  EXPORT_OF_OTHER_RELEASE:
    'The export belongs to another release of the program: {{about}}. Export with the last release that opened this data, and load with a newer one.',
  NO_EXPORT:
    'There is no whole export here: {{about}}. Install the release before, which opens this data, and export with it.',
  NOT_SET_UP: 'Make a recovery sheet first, under Document key: backups are encrypted to its words.',
  NOT_ALLOWED: 'Only an administrator restores over a bank that is set up here.',
  BUSY: 'A backup, a drill or a restore is under way already.',
  CANCELLED: 'It was cancelled. Nothing was changed.',
}

/** Backups of this computer's bank, and restoring one. */
export const backups = {
  stillRestorable: 'The newest second that this folder still restores is {{earlier}}.',
  title: 'Backups',
  column: 'How the backups stand',
  beside: 'What is decided about them',
  server: 'This workstation uses a server of the bank. It is backed up there, not here.',
  sealed: 'Everything is safe up to',
  shipped: 'In the backup folder up to',
  never: 'not yet',
  lastFull: 'Last full backup',
  lastDifferential: 'What changed since',
  fullOf: '{{when}}, {{size}}',
  lastDrill: 'Last drill',
  wordsChecked: 'Words checked',
  waiting: '{{size}} wait on this computer until the folder is there.',
  held: 'The server holds {{size}} of its log because the backup does not go on. After another {{left}} it stops holding it, and a new full backup is needed.',
  free: 'Only {{size}} are free on the disk of the database.',
  noFolder: 'Nothing is backed up yet. Choose a folder: a share or a disk that is not in this computer.',
  noSheet: 'Nothing is backed up yet: no recovery sheet opens the backups.',
  late: 'Nothing has reached the folder for more than a quarter of an hour.',
  wordsOld: 'Nobody has typed the words of the sheet for a year. Check that the paper is still there.',
  first: {
    what: 'Two things are needed once: a recovery sheet, whose words open the backups, and a folder outside this computer. Then they run by themselves: every minute what was posted, every day what changed, every week everything, and a drill that restores it.',
    later: 'Later',
    laterHint: 'Until it is done, a mark stands beside Backups.',
  },
  work: {
    FULL: 'Full backup',
    DIFFERENTIAL: 'Differential backup',
    DRILL: 'Drill',
    RESTORE: 'Restore',
  },
  step: {
    SEAL: 'Beginning',
    COPY: 'Copying',
    READ: 'Reading and checking each file',
    REPLAY: 'Replaying the log',
    CHECK: 'Checking pages, indexes, books and audit log',
  },
  progress: '{{step}}: {{percent}} %',
  cancel: 'Cancel',
  now: 'Back up now',
  drillNow: 'Run the drill now',
  drill: {
    title: 'Restore drill',
    what: 'Every week the newest backup is restored to a scratch server and checked.',
    good: 'Restored up to {{upTo}} in {{seconds}} s, without a fault. Postings: {{postings}}, tables: {{tables}}, indexes: {{indexes}}.',
    bad: 'The drill failed.',
  },
  choose: {
    title: 'Where backups go',
    folder: 'Folder or share',
    folderHint: 'A full path, such as /mnt/backup or \\\\server\\backup. It has to be there.',
    keepDays: 'Days to keep',
    keepHint: 'Any second of these days can be restored.',
    save: 'Save',
  },
  words: {
    title: 'Check the words',
    what: 'Type the twenty-four words from the paper, three a line; the first four letters of a word are enough. A sheet of eight lines of characters is understood too.',
    check: 'Check',
    fits: 'Sheet no. {{number}} fits. Backups are encrypted to its words.',
    open: 'Check the words of the sheet',
    leave: 'Leave',
    line: 'Line {{line}}',
    wrong: 'This line is not as it was printed.',
  },
  restore: {
    title: 'Restore from a backup',
    open: 'Restore this computer from a backup',
    folder: 'Backup folder',
    look: 'Look for backups',
    none: 'There is no backup in this folder.',
    bank: 'Restorable from {{from}} to {{upTo}} ({{size}})',
    which: 'Which one',
    until: 'Up to',
    untilHint: 'Date and time by this computer’s clock. The newest second is filled in.',
    untilWrong: 'Write it as 2026-11-27 11:39:00.',
    words: 'Words of the recovery sheet',
    replaces: 'The data of this computer is set aside, and nothing of it is lost.',
    start: 'Restore',
    done: 'Restored up to {{upTo}}; every check passed. Postings: {{postings}}. The bank is on a new time line; a full backup follows by itself.',
    damaged: 'Damaged in the backup, and done without: {{place}}. Have the folder checked.',
    aside: 'What was here before is in {{folder}}.',
  },
  calls: {
    read: 'See how the backups stand',
    choose: 'Choose where backups go and how long they are kept',
    run: 'Take a full backup, or run a drill, now',
    cancel: 'End a backup, a drill or a restore that runs',
    checkWords: 'Check the words of the recovery sheet',
    look: 'See which banks a folder restores, before a bank is set up',
    restore: 'Restore a bank: before one is set up anybody, then an administrator',
  },
  faults,
} as const

/** What the audit log calls what happens to backups and to the whole database. */
export const backupActions = {
  BACKUPS_CHOSEN: 'Folder of the backups chosen',
  BANK_RESTORED: 'Restored from a backup',
  BANK_EXPORTED: 'Whole database exported',
  BANK_MOVED: 'Moved to another version of PostgreSQL',
}
