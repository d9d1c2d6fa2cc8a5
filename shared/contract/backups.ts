import { z } from 'zod'
import { BACKUP_FAULTS } from '../backup-faults.ts'
import { command, query, toldBy } from './define.ts'
import { isoTime, line, nothing, text } from './fields.ts'

/** What happened, and the file, folder, line or moment that it is about. */
const fault = z.object({ code: z.enum(BACKUP_FAULTS), about: z.string() })

/** Which piece of work runs, and how far its present step is. */
const work = z.object({
  what: z.enum(['FULL', 'DIFFERENTIAL', 'DRILL', 'RESTORE']),
  step: z.enum(['SEAL', 'COPY', 'READ', 'REPLAY', 'CHECK']),
  done: z.number(),
  of: z.number(),
})
export type BackupWork = z.infer<typeof work>

const taken = z.object({ at: isoTime, bytes: z.number(), seconds: z.number() })

const drill = z.object({
  at: isoTime,
  /** Null when all was well. */
  fault: fault.nullable(),
  fullAt: isoTime.nullable(),
  upTo: isoTime.nullable(),
  seconds: z.number(),
  tables: z.number(),
  indexes: z.number(),
  postings: z.number(),
})

const backupView = z.object({
  /** When this was read: what is late is late by this clock. */
  at: isoTime,
  /** Only the embedded server is backed up here; a server of the bank's own has its own backups. */
  isEmbedded: z.boolean(),
  folder: z.string().nullable(),
  keepDays: z.number(),
  /** Whether there is a recovery sheet to which backups are encrypted. */
  hasSheet: z.boolean(),
  wordsCheckedAt: isoTime.nullable(),
  lastFull: taken.nullable(),
  /** The newest of what changed since that full backup. */
  lastDifferential: taken.nullable(),
  lastDrill: drill.nullable(),
  /** Up to this moment everything is sealed on this computer, and in the folder. */
  sealedAt: isoTime.nullable(),
  shippedAt: isoTime.nullable(),
  waitingBytes: z.number(),
  trouble: fault.nullable(),
  /** How much of the log the server holds until it is sealed, and how much more it may. */
  heldBytes: z.number().nullable(),
  heldLeft: z.number().nullable(),
  /** Free on the disk of the data. */
  freeBytes: z.number().nullable(),
  timeline: z.number().nullable(),
  work: work.nullable(),
})
export type BackupView = z.infer<typeof backupView>

const restorable = z.object({
  system: z.string(),
  timeline: z.number(),
  from: isoTime,
  upTo: isoTime,
  bytes: z.number(),
})
export type Restorable = z.infer<typeof restorable>

const folder = line.trim().min(1).max(1000)
const sheetLines = z.array(text(40)).length(8)

/** A year of days, or a week. */
export const KEEP_DAYS = { least: 1, most: 366 } as const

export const backups = {
  'backups.read': query({ input: nothing, output: backupView, roles: ['ADMIN'], errors: [] }),
  /** Where backups go, and for how many days any second can be restored. Null ends them. */
  'backups.choose': command({
    input: z.object({
      folder: folder.nullable(),
      keepDays: z.number().int().min(KEEP_DAYS.least).max(KEEP_DAYS.most),
    }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['BACKUP_REFUSED'],
  }),
  /** Takes a full backup now, or restores the newest one to a scratch server and checks it. */
  'backups.run': command({
    large: toldBy('backups.changed', 'backups.cancel'),
    input: z.object({ what: z.enum(['FULL', 'DRILL']) }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['BACKUP_REFUSED'],
  }),
  /** Ends the piece of work that runs: a restore by whoever is there, everything else by an administrator. */
  'backups.cancel': command({ input: nothing, output: nothing, roles: 'anyone', errors: [] }),
  /** The words of the recovery sheet, typed from the paper: that they open the documents, and that backups are encrypted to them. */
  'backups.checkWords': command({
    input: z.object({ lines: sheetLines }),
    output: z.object({ number: z.number() }),
    roles: ['ADMIN'],
    errors: ['BACKUP_REFUSED'],
  }),
  /** Which banks a folder restores, and from when to when. Usable before sign-in, on a computer without a bank. */
  'backups.look': query({
    input: z.object({ folder }),
    output: z.array(restorable),
    roles: 'anyone',
    errors: ['BACKUP_REFUSED'],
  }),
  /** Puts a bank in the place of the data of this computer, as it was at a second; what was there is set aside. */
  'backups.restore': command({
    large: toldBy('backups.changed', 'backups.cancel'),
    input: z.object({ folder, system: text(40), until: isoTime.nullable(), lines: sheetLines }),
    output: z.object({
      upTo: isoTime,
      postings: z.number(),
      setAside: z.string().nullable(),
      /** Parts of the backup that are damaged, and were done without. */
      damaged: z.array(z.string()),
    }),
    roles: 'anyone',
    errors: ['BACKUP_REFUSED'],
  }),
}
