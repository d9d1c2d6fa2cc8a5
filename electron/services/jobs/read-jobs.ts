import { sql } from 'kysely'
import type { AuditGrowth } from '../../../shared/contract/jobs.ts'
import { ok } from '../../../shared/result.ts'
import { beforeSetUp } from '../../backup/backup-jobs.ts'
import { isSetUp } from '../../backup/due.ts'
import { readJobs, readRuns } from '../../jobs/read-jobs.ts'
import type { UseCase } from '../../workplace.ts'

/** How many runs a history shows. */
const SHOWN = 50

export const listJobs: UseCase<'jobs', 'list'> = async (_, { db, workplace }) => {
  const all = await readJobs(db)
  const isIdle = workplace.database?.kind === 'embedded' && !isSetUp(await workplace.backups.settings.read())
  return ok({ jobs: isIdle ? beforeSetUp(all) : all })
}

export const listHistory: UseCase<'jobs', 'history'> = async ({ name }, { db }) =>
  ok({ runs: await readRuns(db, name, SHOWN) })

/** What the audit log grows by. */
export const readAuditGrowth: UseCase<'jobs', 'auditGrowth'> = async (_, { db }) => {
  const { rows } = await sql<{ growth: AuditGrowth }>`SELECT read_audit_growth() AS growth`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database answered nothing of the audit log')
  return ok(row.growth)
}
