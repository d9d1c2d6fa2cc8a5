import { type Kysely, sql } from 'kysely'
import type { ListPreview } from '../../../shared/contract/screening.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { Around } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
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
export const previewList: UseCase<'screening', 'previewList'> = ({ work, files }, context) =>
  underWay(work, context, async (around) => {
    const read = await readList(files, around)
    return read.ok ? ok(previewOf(read.value)) : read
  })

/** Takes a list as its new version, and begins the run of all customers against it. */
export const importList: UseCase<'screening', 'importList'> = ({ work, ...wanted }, context) =>
  underWay(work, context, (around) => importAround(wanted, context.db, around))

type Wanted = Omit<Parameters<UseCase<'screening', 'importList'>>[0], 'work'>

async function importAround({ key, list, files, entries }: Wanted, db: Kysely<DB>, around: Around) {
  const read = await readList(files, { ...around, onProgress: () => {} })
  if (!read.ok) return read
  if (read.value.entries.length !== entries) return fail('CHANGED_MEANWHILE')
  await send(db, { key, list }, read.value, around)
  const { rows } = await sql<{ run: string }>`SELECT finish_screening_list(${key}) AS run`.execute(db)
  return ok({ runId: rows[0]?.run ?? '' })
}

/** Cancelled, it takes back what was sent: the version before it goes on to be matched. */
async function send(
  db: Kysely<DB>,
  { key, list }: { readonly key: string; readonly list: string },
  read: HashedList,
  { onProgress, signal }: Around,
): Promise<void> {
  await sql`SELECT begin_screening_list(${key}, ${list}, ${read.format}, ${read.hash}, ${read.published.slice(0, 40)},
    ${read.faults.length})`.execute(db)
  for (let at = 0; at < read.entries.length; at += AT_A_TIME) {
    if (signal.aborted) await sql`SELECT drop_screening_list(${key})`.execute(db)
    signal.throwIfAborted()
    const part = JSON.stringify(read.entries.slice(at, at + AT_A_TIME))
    await sql`SELECT add_listed_entries(${key}, ${part}::jsonb)`.execute(db)
    onProgress(Math.min(at + AT_A_TIME, read.entries.length), read.entries.length)
  }
}
