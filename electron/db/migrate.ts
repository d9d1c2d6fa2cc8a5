import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { ok } from '../../shared/result.ts'
import { applyCode, codeHash, readCode } from './code.ts'
import type { Connection } from './connection.ts'
import { type Attempt, fault } from './fault.ts'
import { hashInMarker, type MigrationFile, newestCodeMarker, readMigrations } from './migration-files.ts'
import { poolFor } from './proven-client.ts'
import { APPLIED_MIGRATIONS, type AppliedMigration, compareSchema } from './schema-state.ts'

/**
 * Applying the code needs every table for itself, one after the other, while tellers post: whoever finds a deadlock first gives up. It
 * must be the posting, which is sent again by itself, and not the upgrade.
 */
const PATIENCE = '30s'

type Untyped = Kysely<Record<string, never>>

/**
 * Runs what has not been run yet, all in one transaction, and answers the names. Workstations that do it at the same
 * moment wait for each other. `admin` is a superuser in a provisioned database; the files run as corex_owner.
 * Faults: SCHEMA_NEWER when the database knows a migration that this folder does not, SCHEMA_CHANGED when it ran one whose
 * file was different. A migration that fails throws.
 */
export async function migrate(admin: Connection, folder: string): Promise<Attempt<readonly string[]>> {
  const pool = poolFor(admin, {
    max: 2,
    application_name: 'corex migration',
    options: `-c deadlock_timeout=${PATIENCE}`,
  })
  const db: Untyped = new Kysely({ dialect: new PostgresDialect({ pool }) })
  try {
    const files = await readMigrations(folder)
    const usable = await checkApplied(db, files)
    if (!usable.ok) return usable
    const unrecorded = await checkCode(files, folder)
    if (!unrecorded.ok) return unrecorded
    const migrator = new Migrator({
      db,
      provider: providerOf(files, folder),
      migrationTableSchema: 'corex',
      nameComparator: (a, b) => (a < b ? -1 : Number(a > b)),
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error === undefined) return ok((results ?? []).map((result) => result.migrationName))
    // Another, newer workstation may have migrated between our check and the migrator's lock.
    const overtaken = await checkApplied(db, files)
    if (!overtaken.ok) return overtaken
    const failed = results?.find((result) => result.status === 'Error')?.migrationName
    throw new Error(`Migration ${failed ?? '(none started)'} failed`, { cause: error })
  } finally {
    await db.destroy()
  }
}

async function checkApplied(db: Untyped, files: readonly MigrationFile[]): Promise<Attempt<void>> {
  const applied = await sql.raw<AppliedMigration>(APPLIED_MIGRATIONS).execute(db)
  const { state, found } = compareSchema(applied.rows, files)
  if (state === 'newer') return fault('SCHEMA_NEWER', { found })
  if (state === 'changed') return fault('SCHEMA_CHANGED', { migration: found })
  return ok(undefined)
}

/** The code is applied only as its newest marker knows it: a file that was left out or edited since is refused by the marker's name. */
async function checkCode(files: readonly MigrationFile[], folder: string): Promise<Attempt<void>> {
  const name = newestCodeMarker(files.map((file) => file.name))
  const marker = files.find((file) => file.name === name)
  if (marker === undefined) return ok(undefined)
  const hash = codeHash(await readCode(join(folder, 'code')))
  return hash === hashInMarker(marker.text)
    ? ok(undefined)
    : fault('SCHEMA_CHANGED', { migration: marker.name })
}

/** The newest marker applies all of code/ after its own text; older ones have nothing left to do. */
function providerOf(files: readonly MigrationFile[], folder: string): MigrationProvider {
  const newestMarker = newestCodeMarker(files.map(({ name }) => name))
  const run = async (db: Kysely<unknown>, file: MigrationFile) => {
    await becomeOwner(db)
    await sql.raw(file.text).execute(db)
    if (file.name === newestMarker) await applyCode(db, join(folder, 'code'))
    await resumeMigrator(db)
    await recordHashes(db, files, file.name)
  }
  const migrations = files.map((file) => [file.name, { up: (db: Kysely<unknown>) => run(db, file) }] as const)
  return { getMigrations: async () => Object.fromEntries(migrations) }
}

async function becomeOwner(db: Kysely<unknown>): Promise<void> {
  await sql`SET LOCAL ROLE corex_owner`.execute(db)
  await sql`SET LOCAL search_path = corex, ext`.execute(db)
}

/** The migrator records the migration itself, which the owner is not allowed to do. */
async function resumeMigrator(db: Kysely<unknown>): Promise<void> {
  await sql`SET LOCAL ROLE NONE`.execute(db)
  await sql`SET LOCAL search_path = DEFAULT`.execute(db)
}

/** Records the hash of the migration that was just run, and of those that release 0.1 ran without recording any. */
async function recordHashes(db: Kysely<unknown>, files: readonly MigrationFile[], ran: string) {
  const names = files.map(({ name }) => name)
  const hashes = files.map(({ hash }) => hash)
  await sql`
    INSERT INTO corex.migration_hashes (name, hash)
    SELECT file.name, file.hash FROM unnest(${names}::text[], ${hashes}::text[]) AS file (name, hash)
    WHERE file.name = ${ran} OR file.name IN (SELECT name FROM corex.kysely_migration)
    ON CONFLICT (name) DO NOTHING`.execute(db)
}
