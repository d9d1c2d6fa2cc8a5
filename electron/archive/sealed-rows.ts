import { type Kysely, sql } from 'kysely'
import type { DB } from '../db/tables.ts'
import type { Sealed } from './manifest.ts'

/** Lines in one call: some megabytes. */
const PAGE = 2_000

/** What was sealed, with its pieces. */
export async function readSealed(db: Kysely<DB>, sealId: string): Promise<Sealed> {
  const { rows } = await sql<{ archive: Sealed }>`SELECT read_archive(${sealId}) AS archive`.execute(db)
  return only(rows).archive
}

/** The lines of a piece as they are in the database now, page by page. */
export async function* linesOf(db: Kysely<DB>, pieceId: string): AsyncGenerator<string[]> {
  let after: string | null = null
  for (;;) {
    const page: { rows: { id: string; line: string }[] } = await sql<{ id: string; line: string }>`
      SELECT id, line FROM read_archive_lines(${pieceId}, ${after}, ${PAGE})`.execute(db)
    if (page.rows.length > 0) yield page.rows.map(({ line }) => line)
    if (page.rows.length < PAGE) return
    after = page.rows.at(-1)?.id ?? null
  }
}

export type SealStep = { readonly done: number; readonly of: number; readonly sealId: string | null }

/** Seals some more days of a year, or of a month of the audit log. */
export async function sealMore(
  db: Kysely<DB>,
  { kind, period }: Pick<Sealed, 'kind' | 'period'>,
  mostMs: number,
): Promise<SealStep> {
  const { rows } = await sql<{
    step: SealStep
  }>`SELECT seal_archive(${kind}, ${period}::date, ${mostMs}) AS step`.execute(db)
  return only(rows).step
}

export type Differing = {
  readonly day: string
  readonly branch: string | null
  readonly sealed: number
  readonly found: number
}
export type CheckStep = {
  readonly since: string
  readonly done: number
  readonly of: number
  readonly differing: Differing[]
}

/** Compares some more days with their seal: those that nobody has compared since then; null begins. */
export async function checkMore(
  db: Kysely<DB>,
  sealId: string,
  since: string | null,
  mostMs: number,
): Promise<CheckStep> {
  const { rows } = await sql<{
    step: CheckStep
  }>`SELECT check_archive(${sealId}, ${since}::timestamptz, ${mostMs}) AS step`.execute(db)
  return only(rows).step
}

type FileNote = {
  readonly sealId: string
  readonly what: 'EXPORTED' | 'FILE_GOOD' | 'FILE_BAD'
  readonly sha256: string | null
  readonly bytes: number | null
  readonly folder: string
}

/** Puts on record what was done with a file. */
export async function noteFile(db: Kysely<DB>, note: FileNote): Promise<void> {
  const hash = note.sha256 === null ? null : Buffer.from(note.sha256, 'hex')
  await sql`SELECT note_archive_file(${note.sealId}, ${note.what}, ${hash}, ${note.bytes}, ${note.folder})`.execute(
    db,
  )
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('The database answered nothing of an archive')
  return row
}
