import { z } from 'zod'
import { command, query, stepsOf, WORK } from './define.ts'
import { id, idempotencyKey, isoDate, isoTime, line, nothing, text, work } from './fields.ts'

/** Whoever looks after it: that something is sealed says nothing of any customer. */
const KEEPERS = ['ADMIN', 'SUPERVISOR', 'AUDITOR'] as const
/** Whoever may read what it says. */
const READERS = ['SUPERVISOR', 'AUDITOR'] as const

const kind = z.enum(['LEDGER', 'AUDIT'])
export type ArchiveKind = z.infer<typeof kind>

const event = z.object({
  what: z.enum(['EXPORTED', 'FILE_GOOD', 'FILE_BAD', 'REMOVED']),
  at: isoTime,
  by: z.string().nullable(),
  folder: z.string().nullable(),
  bytes: z.number().nullable(),
  fileHash: z.string().nullable(),
})

export type SealEvent = z.infer<typeof event>

const seal = z.object({
  id,
  digest: z.string(),
  rows: z.number(),
  /** How many days, each with a hash of its own. */
  pieces: z.number(),
  sealedAt: isoTime,
  /** Null: by the job. */
  sealedBy: z.string().nullable(),
  /** When the day that was compared longest ago was compared with the rows, how many were ever, and how many differed. */
  checkedAt: isoTime.nullable(),
  checked: z.number(),
  differing: z.number(),
  exported: event.nullable(),
  fileChecked: event.nullable(),
  /** Of a month that is not in the database any more. */
  removed: event.nullable(),
})

export type Seal = z.infer<typeof seal>

const archive = z.object({
  kind,
  /** The first and the last day of the year, or of the month of the audit log. */
  period: isoDate,
  until: isoDate,
  /** OVER: it can be sealed. AWAY: a month that is out of the log. REMOVED: one that was kept long enough, and is in its file alone. */
  state: z.enum(['OPEN', 'OVER', 'SEALED', 'AWAY', 'REMOVED']),
  /** The first day on which it has been kept as long as the rule says. */
  keptUntil: isoDate,
  seal: seal.nullable(),
})
export type Archive = z.infer<typeof archive>

/** How far a piece of work is, of which this call did a part. */
const step = z.object({ done: z.number(), of: z.number() })

const differing = z.object({
  day: isoDate,
  branch: z.string().nullable(),
  sealed: z.number(),
  found: z.number(),
})
export type DifferingDay = z.infer<typeof differing>

const foundLine = z.object({
  id,
  /** Of a row of the audit log its action, and its kind of record. */
  reference: z.string(),
  date: isoDate,
  type: z.string(),
  /** Null of a row of the audit log. */
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  description: z.string().nullable(),
  accounts: z.array(z.string()),
})
export type FoundLine = z.infer<typeof foundLine>

const folder = line.trim().min(1).max(1000)
const written = z.object({ file: z.string(), rows: z.number(), bytes: z.number() })

export const archives = {
  /** Every year of the ledger and every month of the audit log, and how it stands. */
  'archives.list': query({
    input: nothing,
    output: z.object({ archives: z.array(archive) }),
    roles: KEEPERS,
    errors: [],
  }),
  /** Seals some more days of a year or a month that is over: called until there is a seal. */
  'archives.seal': command({
    large: stepsOf('done', 'of'),
    input: z.object({ kind, period: isoDate }),
    output: step.extend({ sealId: id.nullable() }),
    roles: KEEPERS,
    errors: ['YEAR_NOT_OVER'],
  }),
  /** Compares some more days with their rows: called until all are done. `since` is null at first, and then what was answered. */
  'archives.check': command({
    large: stepsOf('done', 'of'),
    input: z.object({ sealId: id, since: isoTime.nullable() }),
    output: step.extend({ since: isoTime, differing: z.array(differing) }),
    roles: KEEPERS,
    errors: ['ARCHIVE_NOT_FOUND'],
  }),
  /** Puts before a second person that a sealed month is moved out of the log into the archive. */
  'archives.proposeDetach': command({
    input: z.object({ key: idempotencyKey, sealId: id }),
    output: nothing,
    roles: ['ADMIN', 'SUPERVISOR'],
    errors: ['ARCHIVE_NOT_FOUND', 'KEY_REUSED', 'MONTH_AWAY'],
  }),
  /** Brings a month back into the log, if its rows are what was sealed. */
  'archives.attach': command({
    input: z.object({ sealId: id }),
    output: nothing,
    roles: KEEPERS,
    errors: ['ARCHIVE_CHANGED', 'ARCHIVE_NOT_FOUND'],
  }),
  /** Brings a month that was deleted back into the archive from the file to which it was exported, if its lines are what was sealed. */
  'archives.bringBack': command({
    large: WORK,
    input: z.object({ work, sealId: id, folder }),
    output: written,
    roles: KEEPERS,
    errors: ['ARCHIVE_NOT_FOUND', 'ARCHIVE_REFUSED', 'MONTH_NOT_REMOVED'],
  }),
  /** Writes what was sealed into a folder, as a file for other programs and a manifest. */
  'archives.export': command({
    large: WORK,
    input: z.object({ work, sealId: id, folder }),
    output: written,
    roles: READERS,
    errors: ['ARCHIVE_NOT_FOUND', 'ARCHIVE_REFUSED', 'OTHER_BRANCH'],
  }),
  /** Compares the export in a folder with what was sealed. */
  'archives.verify': command({
    large: WORK,
    input: z.object({ work, sealId: id, folder }),
    output: written,
    roles: KEEPERS,
    errors: ['ARCHIVE_NOT_FOUND', 'ARCHIVE_REFUSED'],
  }),
  /** Looks through the export in a folder for a text, and finds at most two hundred lines. */
  'archives.search': query({
    large: WORK,
    input: z.object({
      work,
      sealId: id,
      folder,
      text: text(100),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
    }),
    output: z.object({ lines: z.array(foundLine), more: z.boolean() }),
    roles: READERS,
    errors: ['ARCHIVE_NOT_FOUND', 'ARCHIVE_REFUSED', 'OTHER_BRANCH'],
  }),
}
