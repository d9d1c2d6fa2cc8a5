import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { type Client, Pool } from 'pg'
import { fail, ok } from '../../shared/result.ts'
import { clientConfig, type Connection } from './connection.ts'
import { codeOf, type Attempt } from './fault.ts'
import { surviveLosses } from './pool.ts'

const FILE = /^(\d{4}-[a-z0-9-]+)\.sql$/

/** Names of the migrations in a folder (`NNNN-name.sql` without its end), oldest first. */
export async function listMigrations(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).map((file) => FILE.exec(file)?.[1])
  return names.filter((name) => name !== undefined).sort()
}

/**
 * Runs what has not been run yet, all in one transaction, and answers the names. Workstations that do it at the same
 * moment wait for each other. `admin` is a superuser in a provisioned database; the files run as corex_owner.
 * Faults: SCHEMA_NEWER when the database knows a migration that this folder does not. A migration that fails throws.
 */
export async function migrate(admin: Connection, folder: string): Promise<Attempt<readonly string[]>> {
  const pool = new Pool({ ...clientConfig(admin), max: 2, application_name: 'corex migration' })
  surviveLosses(pool)
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
  try {
    const newer = await unknownMigration(db, folder)
    if (newer !== null) return fail('SCHEMA_NEWER', { found: newer })
    const migrator = new Migrator({
      db,
      provider: sqlFiles(folder),
      migrationTableSchema: 'corex',
      nameComparator: (a, b) => (a < b ? -1 : Number(a > b)),
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error === undefined) return ok((results ?? []).map((result) => result.migrationName))
    // Another, newer workstation may have been quicker between our look and the migrator's lock.
    const overtaken = await unknownMigration(db, folder)
    if (overtaken !== null) return fail('SCHEMA_NEWER', { found: overtaken })
    const failed = results?.find((result) => result.status === 'Error')?.migrationName
    throw new Error(`Migration ${failed ?? '(none started)'} failed`, { cause: error })
  } finally {
    await db.destroy()
  }
}

function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = await listMigrations(folder)
      const entries = names.map(async (name) => {
        const text = await readFile(join(folder, `${name}.sql`), 'utf8')
        return [name, { up: (db: Kysely<unknown>) => runAsOwner(db, text) }] as const
      })
      return Object.fromEntries(await Promise.all(entries))
    },
  }
}

async function runAsOwner(db: Kysely<unknown>, text: string): Promise<void> {
  await sql`SET LOCAL ROLE corex_owner`.execute(db)
  await sql`SET LOCAL search_path = corex, ext`.execute(db)
  await sql.raw(text).execute(db)
  // The migrator notes the migration itself, which is not the owner's to do.
  await sql`SET LOCAL ROLE NONE`.execute(db)
  await sql`SET LOCAL search_path = DEFAULT`.execute(db)
}

async function unknownMigration(db: Kysely<Record<string, never>>, folder: string): Promise<string | null> {
  const known = new Set(await listMigrations(folder))
  const done = await sql<{
    name: string
  }>`SELECT name FROM corex.kysely_migration ORDER BY name DESC`.execute(db)
  return done.rows.find((row) => !known.has(row.name))?.name ?? null
}

/** How a database's schema stands to the migrations of this application. */
export type SchemaState = 'absent' | 'older' | 'current' | 'newer'

/** Asks `corex.schema_version()`, which every workstation may call. */
export async function schemaState(
  client: Client,
  folder: string,
): Promise<{ state: SchemaState; found: string }> {
  const found = await schemaVersion(client)
  const known = await listMigrations(folder)
  if (found === null) return { state: 'absent', found: '' }
  if (found === known.at(-1)) return { state: 'current', found }
  return { state: known.includes(found) ? 'older' : 'newer', found }
}

async function schemaVersion(client: Client): Promise<string | null> {
  try {
    const { rows } = await client.query<{ version: string | null }>(
      'SELECT corex.schema_version() AS version',
    )
    return rows[0]?.version ?? null
  } catch (error) {
    // No such schema, no such function, or not for this login: nothing that this application has set up.
    if (['3F000', '42883', '42501'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}
