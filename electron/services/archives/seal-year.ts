import { sql } from 'kysely'
import type { Archive } from '../../../shared/contract/archives.ts'
import { ok } from '../../../shared/result.ts'
import { checkMore, sealMore } from '../../archive/sealed-rows.ts'
import type { UseCase } from '../../workplace.ts'

/** How long a call works: the window asks again, and can stop in between. */
const MOST_MS = 700

/** Every year of the ledger, and how it stands. */
export const listArchives: UseCase<'archives', 'list'> = async (_, { db }) => {
  const { rows } = await sql<{ archive: Archive }>`SELECT list_archives() AS archive`.execute(db)
  return ok({ archives: rows.map(({ archive }) => archive) })
}

/** Seals some more days of a year. */
export const sealYear: UseCase<'archives', 'seal'> = async ({ period }, { db }) =>
  ok(await sealMore(db, period, MOST_MS))

/** Compares some more days of a sealed year with their rows. */
export const checkYear: UseCase<'archives', 'check'> = async ({ sealId, since }, { db }) =>
  ok(await checkMore(db, sealId, since, MOST_MS))
