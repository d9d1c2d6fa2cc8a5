import { z } from 'zod'
import { command, query } from './define.ts'
import { isoDate, isoTime, nothing } from './fields.ts'

/** Who may have a job run now, and stop it. */
const RUNNERS = ['ADMIN', 'SUPERVISOR'] as const
const READERS = [...RUNNERS, 'AUDITOR'] as const

export const jobName = z.enum([
  'AUDIT_PARTITIONS',
  'EXPIRED_DOCUMENTS',
  'LAPSES',
  'DAY_PREPARATION',
  'RECONCILIATION',
  'ORPHAN_FILES',
  'KEPT_DOCUMENTS',
  'AUDIT_GROWTH',
  'SCREENING',
  'JOB_HISTORY',
  'BACKUP',
  'DRILL',
  'ARCHIVES',
])
export type JobName = z.infer<typeof jobName>

export const jobRun = z.object({
  id: z.uuid(),
  job: jobName,
  /** The beginning of the period that it is for. */
  period: isoTime,
  /** How often this period was begun; above 1 an earlier run failed or was left. */
  attempt: z.number().int(),
  /** Periods before it that were missed and are not caught up. */
  skipped: z.number().int(),
  /** A person asked for it. */
  asked: z.boolean(),
  status: z.enum(['RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'ABANDONED']),
  done: z.number().int(),
  /** Null until the first portion says it. */
  total: z.number().int().nullable(),
  workstation: z.string(),
  build: z.string(),
  startedAt: isoTime,
  heartbeatAt: isoTime,
  endedAt: isoTime.nullable(),
  error: z.string().nullable(),
})
export type JobRun = z.infer<typeof jobRun>

export const job = z.object({
  name: jobName,
  everySeconds: z.number().int(),
  catchUp: z.enum(['EACH', 'LATEST']),
  /** Done by a program outside the database, such as a backup. */
  outside: z.boolean(),
  /** NOT_SET_UP: of the backups, before a folder and a sheet are chosen. */
  state: z.enum(['WAITING', 'DUE', 'OVERDUE', 'RUNNING', 'FAILED', 'NOT_SET_UP']),
  nextAt: isoTime.nullable(),
  askedAt: isoTime.nullable(),
  retryAt: isoTime.nullable(),
  last: jobRun.nullable(),
  lastDoneAt: isoTime.nullable(),
})
export type Job = z.infer<typeof job>

const growth = z.object({
  logBytes: z.number(),
  databaseBytes: z.number(),
  /** The mean of the last thirty days that were counted; null before the first. */
  rowsADay: z.number().nullable(),
  bytesADay: z.number().nullable(),
  bytesInAYear: z.number().nullable(),
  days: z.array(z.object({ day: isoDate, rows: z.number(), bytes: z.number() })),
})
export type AuditGrowth = z.infer<typeof growth>

export const jobs = {
  /** Every job, in the order in which what was missed is caught up. */
  'jobs.list': query({
    input: nothing,
    output: z.object({ jobs: z.array(job) }),
    roles: READERS,
    errors: [],
  }),
  /** The latest fifty runs of a job, the newest first. */
  'jobs.history': query({
    input: z.object({ name: jobName }),
    output: z.object({ runs: z.array(jobRun) }),
    roles: READERS,
    errors: [],
  }),
  /** Has it run at once, at whichever workstation is free. Asked twice, it runs once. */
  'jobs.runNow': command({
    input: z.object({ name: jobName }),
    output: nothing,
    roles: RUNNERS,
    errors: [],
  }),
  /** Stops the run that is under way after its portion; what it has done stays. */
  'jobs.stop': command({
    input: z.object({ name: jobName }),
    output: nothing,
    roles: RUNNERS,
    errors: [],
  }),
  /** What the audit log grows by, and how large it will be in a year. */
  'jobs.auditGrowth': query({ input: nothing, output: growth, roles: READERS, errors: [] }),
}
