import type { Client } from 'pg'
import { codeOf } from './fault.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'

/** How a database's schema compares with the migrations of this application. */
export type SchemaState = 'absent' | 'older' | 'current' | 'newer' | 'changed'

/** A migration as the database has it on record; release 0.1 recorded no hashes. */
export type AppliedMigration = { readonly name: string; readonly hash: string | null }

/** Every workstation may ask this, before anybody has signed in. */
export const APPLIED_MIGRATIONS = 'SELECT name, hash FROM corex.applied_migrations()'

type Found = { readonly state: SchemaState; readonly found: string }

/**
 * Compares all names and hashes, both oldest first. `found` is the migration that decides: the one that is not known
 * (newer), the one that differs from this application's file (changed), else the newest that was run.
 */
export function compareSchema(applied: readonly AppliedMigration[], files: readonly MigrationFile[]): Found {
  const newest = applied.at(-1)
  if (newest === undefined) return { state: 'absent', found: '' }
  const hashes = new Map(files.map((file) => [file.name, file.hash]))
  const unknown = applied.findLast(({ name }) => !hashes.has(name))
  if (unknown !== undefined) return { state: 'newer', found: unknown.name }
  const changed = applied.find(({ name, hash }) => hash !== null && hash !== hashes.get(name))
  if (changed !== undefined) return { state: 'changed', found: changed.name }
  return { state: applied.length < files.length ? 'older' : 'current', found: newest.name }
}

/** Looks at a database by a login of any kind. Changes nothing. */
export async function schemaState(client: Client, folder: string): Promise<Found> {
  return compareSchema(await appliedMigrations(client), await readMigrations(folder))
}

// No such schema, no such function, or not for this login.
const NOT_THERE = ['3F000', '42883', '42501']

async function appliedMigrations(client: Client): Promise<AppliedMigration[]> {
  try {
    return (await client.query<AppliedMigration>(APPLIED_MIGRATIONS)).rows
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error) ?? '')) return newestOfRelease01(client)
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
