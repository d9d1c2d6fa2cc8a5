import type { Mutant } from './mutant.ts'

/** What a bank would learn on the day on which it needs its backup. */
export const BACKUPS: readonly Mutant[] = [
  {
    fault: 'a page that changed since the full backup is restored as it was before',
    file: 'electron/backup/changed-pages.ts',
    find: 'await file.write(page, 0, PAGE, number * PAGE)',
    replace: 'void page',
    tests: ['test/backups/differential.test.ts'],
    titled: 'every row is as it was',
  },
  {
    fault: 'a full backup on which a differential one rests is removed',
    file: 'electron/backup/retain.ts',
    find: 'if (full === first || !isOld(full) || [...kept].some(restsOn(full))) kept.add(full)',
    replace: 'if (!isOld(full)) kept.add(full)',
    tests: ['test/backups/retain.test.ts'],
  },
  {
    fault: 'the log that the oldest second of the kept days needs is removed',
    file: 'electron/backup/retain.ts',
    find: 'if (piece.to <= needed) await rm(piece.file)',
    replace: 'if (piece.from <= needed) await rm(piece.file)',
    tests: ['test/backups/retain.test.ts'],
  },
  {
    fault: 'a hole in the log is passed over, and what was posted after it is lost without a word',
    file: 'electron/backup/plan-restore.ts',
    find: 'isWhole: isConsistent && (isEnough() || !isHole),',
    replace: 'isWhole: isConsistent,',
    tests: ['test/backups/retain.test.ts'],
  },
  {
    fault: 'a differential backup is taken for a whole one although its full one is gone',
    file: 'electron/backup/plan-restore.ts',
    find: 'if (full === undefined) orphans.push(differential)',
    replace: 'if (full === undefined) starts.push({ full: differential, differential })',
    tests: ['test/backups/retain.test.ts'],
  },
  {
    fault: 'only differential backups are taken, for ever',
    file: 'electron/backup/due.ts',
    find: "now - Date.parse(lastFull.at) >= WEEK_MS) return 'FULL'",
    replace: "now < 0) return 'FULL'",
    tests: ['test/backups/retain.test.ts'],
  },
  {
    fault: 'a drill does without what is damaged, and nobody hears of it',
    file: 'electron/backup/unpack-sound.ts',
    find: 'order.isDrill === true ? null : placeOf(plan, fault)',
    replace: 'placeOf(plan, fault)',
    tests: ['test/backups/differential.test.ts'],
  },
  {
    fault: 'the log of the first full backup is encrypted to the sheet alone, and every first drill fails',
    file: 'electron/backup/chain-keys.ts',
    find: '...(nextKey === null ? [] : [nextKey])].map(',
    replace: '].map(',
    tests: ['test/backups/chain-keys.test.ts'],
  },
  {
    fault: 'a log that the server holds for the backup is spoken of when it is nearly given up',
    file: 'renderer/screens/backups/warnings-of.ts',
    find: 'const HELD_PART = 0.25',
    replace: 'const HELD_PART = 0.95',
    tests: ['renderer/screens/backups/backups.test.ts'],
  },
  {
    fault: 'what was in the place of a restored bank is deleted',
    file: 'electron/backup/restore.ts',
    find: 'if (setAside !== null) renameSync(place.folder, setAside)',
    replace: 'if (setAside !== null) rmSync(place.folder, { recursive: true })',
    tests: ['test/backups/recovery.test.ts'],
    titled: 'what was there is set aside',
  },
]
