import type { Client } from 'pg'
import { codeOf } from './fault.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'

/** How a database's schema compares with the migrations of this application. `served` is newer, and still works with this application. */
export type SchemaState = 'absent' | 'older' | 'current' | 'served' | 'newer' | 'changed'

/** A migration as the database has it on record; release 0.1 recorded no hashes. */
export type AppliedMigration = { readonly name: string; readonly hash: string | null }

/** What a database has on record. `oldest` is the marker of the oldest release that it serves; null where it was not said yet. */
export type SchemaRecord = { readonly applied: readonly AppliedMigration[]; readonly oldest: string | null }

type Found = { readonly state: SchemaState; readonly found: string }

/**
 * Compares all names and hashes, both oldest first. `found` is the migration that decides: the one that is not known
 * (served, newer), the one that differs from this application's file (changed), else the newest that was run.
 */
export function compareSchema(
  applied: readonly AppliedMigration[],
  files: readonly MigrationFile[],
  oldest: string | null = null,
): Found {
  const newest = applied.at(-1)
  if (newest === undefined) return { state: 'absent', found: '' }
  const hashes = new Map(files.map((file) => [file.name, file.hash]))
  const unknown = applied.findLast(({ name }) => !hashes.has(name))
  const changed = applied.find(({ name, hash }) => hash !== null && (hashes.get(name) ?? hash) !== hash)
  const isWhole = applied.filter(({ name }) => hashes.has(name)).length === files.length
  if (unknown !== undefined && isWhole && changed === undefined && hashes.has(oldest ?? ''))
    return { state: 'served', found: unknown.name }
  if (unknown !== undefined) return { state: 'newer', found: unknown.name }
  if (changed !== undefined) return { state: 'changed', found: changed.name }
  return { state: isWhole ? 'current' : 'older', found: newest.name }
}

/** Looks at a database by a login of any kind. Changes nothing. */
export async function schemaState(client: Client, folder: string): Promise<Found> {
  const { applied, oldest } = await readRecord(client)
  return compareSchema(applied, await readMigrations(folder), oldest)
}

// No such schema, no such function, or not for this login.
const NOT_THERE = ['3F000', '42883', '42501']

/** Every workstation may ask, before anybody has signed in. */
export async function readRecord(client: Client): Promise<SchemaRecord> {
  const rows = await unlessMissing(client, 'SELECT name, hash, oldest FROM corex.schema_on_record()')
  if (rows !== null) return { applied: rows, oldest: rows[0]?.oldest ?? null }
  const known = await unlessMissing(client, 'SELECT name, hash FROM corex.applied_migrations()')
  return { applied: known ?? (await newestOfRelease01(client)), oldest: null }
}

type Row = AppliedMigration & { readonly oldest?: string | null }

async function unlessMissing(client: Client, query: string): Promise<Row[] | null> {
  try {
    return (await client.query<Row>(query)).rows
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error) ?? '')) return null
    throw error
  }
}

/** Release 0.1 reports only the name of its newest migration. That is enough to see that its database is older. */
async function newestOfRelease01(client: Client): Promise<AppliedMigration[]> {
  try {
    const { rows } = await client.query<{ name: string | null }>('SELECT corex.schema_version() AS name')
    return rows.flatMap(({ name }) => (name === null ? [] : [{ name, hash: null }]))
  } catch (error) {
    // Nothing that this application has set up.
    if (NOT_THERE.includes(codeOf(error) ?? '')) return []
    throw error
  }
}
