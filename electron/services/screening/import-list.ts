import { type Kysely, sql } from 'kysely'
import type { ListPreview } from '../../../shared/contract/screening.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'
import { type HashedList, readList } from './read-list.ts'

/** Entries in one call, which takes some tenths of a second. */
const AT_A_TIME = 500
/** Faults that are shown; the rest is counted. */
const FAULTS_SHOWN = 100

const previewOf = ({ format, published, entries, faults }: HashedList): ListPreview => ({
  format,
  published,
  entries: entries.length,
  persons: entries.filter(({ kind }) => kind === 'PERSON').length,
  names: entries.reduce((sum, { names }) => sum + names.length, 0),
  faults: faults.slice(0, FAULTS_SHOWN),
  faultCount: faults.length,
})

/** What a file holds, before anything is taken. */
export const previewList: UseCase<'screening', 'previewList'> = async ({ files }) => {
  const read = await readList(files)
  return read.ok ? ok(previewOf(read.value)) : read
}

/** Takes a list as its new version, and begins the run of all customers against it. */
export const importList: UseCase<'screening', 'importList'> = async (
  { key, list, files, entries },
  { db },
) => {
  const read = await readList(files)
  if (!read.ok) return read
  if (read.value.entries.length !== entries) return fail('CHANGED_MEANWHILE')
  await send(db, key, list, read.value)
  const { rows } = await sql<{ run: string }>`SELECT finish_screening_list(${key}) AS run`.execute(db)
  return ok({ runId: rows[0]?.run ?? '' })
}

async function send(db: Kysely<DB>, key: string, list: string, read: HashedList): Promise<void> {
  await sql`SELECT begin_screening_list(${key}, ${list}, ${read.format}, ${read.hash}, ${read.published.slice(0, 40)},
    ${read.faults.length})`.execute(db)
  for (let at = 0; at < read.entries.length; at += AT_A_TIME) {
    const part = JSON.stringify(read.entries.slice(at, at + AT_A_TIME))
    await sql`SELECT add_listed_entries(${key}, ${part}::jsonb)`.execute(db)
  }
}
