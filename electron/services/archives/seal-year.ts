import { sql } from 'kysely'
import type { Archive } from '../../../shared/contract/archives.ts'
import { ok } from '../../../shared/result.ts'
import { checkMore, sealMore } from '../../archive/sealed-rows.ts'
import type { UseCase } from '../../workplace.ts'

/** How long a call works: the window asks again, and can stop in between. */
const MOST_MS = 700

/** Every year of the ledger and month of the audit log, and how it stands. */
export const listArchives: UseCase<'archives', 'list'> = async (_, { db }) => {
  const { rows } = await sql<{ archive: Archive }>`SELECT list_archives() AS archive`.execute(db)
  return ok({ archives: rows.map(({ archive }) => archive) })
}

/** Seals some more days of a year. */
export const sealYear: UseCase<'archives', 'seal'> = async (wanted, { db }) =>
  ok(await sealMore(db, wanted, MOST_MS))

/** Compares some more days of a sealed year with their rows. */
export const checkYear: UseCase<'archives', 'check'> = async ({ sealId, since }, { db }) =>
  ok(await checkMore(db, sealId, since, MOST_MS))

/** Puts before a second person that a month leaves the log. Sent twice, it is proposed once. */
export const proposeDetach: UseCase<'archives', 'proposeDetach'> = async ({ key, sealId }, { db }) => {
  await sql`SELECT propose_audit_detach(${key}, ${sealId})`.execute(db)
  return ok({})
}

/** Brings a month back into the log. */
export const attachMonth: UseCase<'archives', 'attach'> = async ({ sealId }, { db }) => {
  await sql`SELECT attach_audit_month(${sealId})`.execute(db)
  return ok({})
}
