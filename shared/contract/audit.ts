import { z } from 'zod'
import { query } from './define.ts'
import { actor, id, isoDate, isoTime, line, pageSize } from './fields.ts'

const auditRow = z.object({
  id,
  at: isoTime,
  userId: id.nullable(),
  username: z.string().nullable(),
  fullName: z.string().nullable(),
  actor,
  /** Where it was done and by which build of the application; `unrecorded` in rows of earlier releases. */
  workstation: z.string(),
  build: z.string(),
  action: z.string(),
  resourceType: z.string(),
  resourceId: id.nullable(),
  /** What people call the record, such as an account number; null where it has no name for this reader. */
  record: z.string().nullable(),
  /** What was recorded is about a customer, and not for this reader. */
  redacted: z.boolean(),
  /** Names of the records that the entry refers to, by their keys. */
  names: z.record(z.string(), z.string()),
  /** For a change the row before and after it; for other events their facts. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  facts: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditRow = z.infer<typeof auditRow>

/** What a person opened and exported on one day of the auditor's branch. */
const lookingDay = z.object({
  day: isoDate,
  userId: id,
  fullName: z.string(),
  opened: z.number().int(),
  /** How many different customers are among them. */
  customers: z.number().int(),
  exported: z.number().int(),
})
export type LookingDay = z.infer<typeof lookingDay>

/** What a person was handed since the user was made. Counted where no rollback undoes it. */
const reader = z.object({
  userId: id,
  fullName: z.string(),
  branchName: z.string(),
  rowsRead: z.string().regex(/^\d+$/),
  openings: z.string().regex(/^\d+$/),
})
export type Reader = z.infer<typeof reader>

export const audit = {
  /** Who looked at what: openings of the last 31 days by day, and how much each person was handed in all. */
  'audit.listLooking': query({
    input: z.object({}).strict(),
    output: z.object({ days: z.array(lookingDay), readers: z.array(reader) }),
    roles: ['AUDITOR'],
    errors: [],
  }),
  /** Newest first; `before` is the cursor of the previous page. Dates are whole days of the branch, both included. */
  'audit.list': query({
    input: z.object({
      userId: id.nullable(),
      action: line.max(50).nullable(),
      resourceType: line.max(50).nullable(),
      resourceId: id.nullable(),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
      before: id.nullable(),
      limit: pageSize,
    }),
    output: z.object({ rows: z.array(auditRow), next: id.nullable() }),
    roles: ['AUDITOR', 'ADMIN'],
    errors: [],
  }),
  /** Months of the log in a period that are in the archive: their rows are in none of its pages. */
  'audit.listArchived': query({
    input: z.object({ from: isoDate.nullable(), to: isoDate.nullable() }),
    output: z.object({ months: z.array(isoDate) }),
    roles: ['AUDITOR', 'ADMIN'],
    errors: [],
  }),
  /** The actions and resource types that occur in the log, to filter by. */
  'audit.listFilters': query({
    input: z.object({}).strict(),
    output: z.object({ actions: z.array(z.string()), resourceTypes: z.array(z.string()) }),
    roles: ['AUDITOR', 'ADMIN'],
    errors: [],
  }),
}
