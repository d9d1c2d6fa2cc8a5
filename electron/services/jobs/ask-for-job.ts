import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Has a job run at once: whichever workstation is free takes it. */
export const runNow: UseCase<'jobs', 'runNow'> = async ({ name }, { db }) => {
  await sql`SELECT ask_for_job(${name})`.execute(db)
  return ok({})
}

/** Stops the run that is under way. */
export const stopJob: UseCase<'jobs', 'stop'> = async ({ name }, { db }) => {
  await sql`SELECT cancel_job(${name})`.execute(db)
  return ok({})
}
