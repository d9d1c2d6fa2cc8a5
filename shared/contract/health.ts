import { z } from 'zod'
import { BACKUP_FAULTS } from '../backup-faults.ts'
import { query } from './define.ts'
import { bytes, isoDate, isoTime, nothing } from './fields.ts'

/** Who looks after the bank's machines. */
const KEEPERS = ['ADMIN', 'SUPERVISOR'] as const

/** What the page has a row for, in the order in which it is told. */
export const HEALTH_ROWS = [
  'SEALED',
  'FULL',
  'DRILL',
  'WORDS',
  'ARCHIVE',
  'SERVER_BACKUP',
  'SLOTS',
  'REPLICATION',
  'DISK',
  'CHECKSUMS',
  'BOOKS',
  'SUSPENSE',
  'JOBS',
  'AUDIT',
  'PARTITIONS',
  'CONNECTIONS',
  'SERVER',
  'SETTINGS',
  'WORKSTATIONS',
  'CALLS',
  'CERTIFICATE',
] as const
export type HealthRowName = (typeof HEALTH_ROWS)[number]

/** What a row may say; which of it applies is decided by electron/services/health/judge.ts. */
const SAYS = [
  'sealed',
  'sealedLate',
  'sealedTrouble',
  'sealedNever',
  'notSetUp',
  'full',
  'fullLate',
  'fullNever',
  'drill',
  'drillLate',
  'drillFailed',
  'drillNever',
  'words',
  'wordsOld',
  'wordsNever',
  'archive',
  'archiveFails',
  'archiveOff',
  'archiveNever',
  'serverBackup',
  'serverBackupLate',
  'serverBackupFailed',
  'serverBackupSilent',
  'serverBackupUnknown',
  'slots',
  'slotsNone',
  'slotHolds',
  'slotIdle',
  'slotLost',
  'slotMissing',
  'receivers',
  'receiversNone',
  'receiverBehind',
  'receiversUnknown',
  'disk',
  'diskSteady',
  'diskFills',
  'diskLow',
  'diskUnknown',
  'checksums',
  'checksumsFail',
  'checksumsOff',
  'books',
  'booksDiffer',
  'booksOld',
  'booksNever',
  'suspense',
  'suspenseNone',
  'suspenseOld',
  'jobs',
  'jobsFailed',
  'jobsOverdue',
  'audit',
  'auditGrows',
  'auditUnknown',
  'partitions',
  'partitionsFew',
  'connections',
  'connectionsMany',
  'server',
  'serverUnpatched',
  'settings',
  'settingsWeak',
  'workstations',
  'workstationsDiffer',
  'calls',
  'callsSlow',
  'callsNone',
  'certificate',
  'certificateEnds',
  'certificateOver',
  'certificateNone',
] as const
export type HealthSays = (typeof SAYS)[number]

export const healthRow = z.object({
  name: z.enum(HEALTH_ROWS),
  /** In order, to look at some day, to do something about now, or not known. */
  state: z.enum(['OK', 'LOOK', 'ACT', 'UNKNOWN']),
  says: z.enum(SAYS),
  /** What the sentence tells. */
  facts: z
    .object({
      at: isoTime,
      bytes: z.number(),
      more: z.number(),
      days: z.number(),
      count: z.number(),
      limit: z.number(),
      ms: z.number(),
      text: z.string(),
      fault: z.enum(BACKUP_FAULTS),
      wanted: z.string(),
      names: z.array(z.string()),
    })
    .partial(),
})
export type HealthRow = z.infer<typeof healthRow>

const callTime = z.object({ name: z.string(), calls: z.number().int(), p95Ms: z.number() })
const workstation = z.object({ name: z.string(), build: z.string(), at: isoTime })

export const health = {
  /** How the bank's machines stand: every row with its state and what it says. */
  'health.read': query({
    input: nothing,
    output: z.object({
      rows: z.array(healthRow),
      /** This workstation's build, to which its calls belong. */
      build: z.string(),
      schema: z.string(),
      calls: z.array(callTime),
      workstations: z.array(workstation),
      growth: z.array(z.object({ day: isoDate, bytes: z.number() })),
    }),
    roles: KEEPERS,
    errors: [],
  }),
  /** One file for whoever helps from afar: versions, settings, health, jobs and the log, and nothing about anybody. */
  'health.support': query({
    input: nothing,
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: KEEPERS,
    errors: [],
  }),
}
