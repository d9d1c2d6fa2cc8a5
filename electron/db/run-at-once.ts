import type { Client } from 'pg'
import { applyCode, type CodeFile } from './code.ts'
import { type MigrationFile, newestCodeMarker } from './migration-files.ts'

/** What a run has to do. `files` are all migrations, `pending` those that have not been run. */
export type Work = {
  readonly pending: readonly MigrationFile[]
  readonly files: readonly MigrationFile[]
  readonly code: readonly CodeFile[]
  readonly oldestServed: string | null
  /** How far it is, in lines for people. */
  readonly say: (line: string) => void
}

/** A migration that fails, by its name. */
export const failed = (name: string, cause: unknown): Error =>
  new Error(`Migration ${name} failed`, { cause })

/** Runs everything in one transaction: of a new database, or of one that a release made that is not served any more. */
export const runAtOnce = (client: Client, work: Work): Promise<void> =>
  inTransaction(client, async () => {
    const newestMarker = newestCodeMarker(work.files.map(({ name }) => name))
    for (const file of work.pending) {
      work.say(`${file.name} …`)
      try {
        await asOwner(client, async () => {
          await client.query(file.text.replaceAll(' CONCURRENTLY', ''))
          // The newest marker applies all of code/; older ones have nothing left to do.
          if (file.name === newestMarker) await applyCode(client, work.code)
        })
      } catch (error) {
        throw failed(file.name, error)
      }
      await record(client, work, file)
    }
  })

/** Runs `work` in a transaction of its own. */
export async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Runs `work` as the owner of the schema, within a transaction. */
export async function asOwner(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('SET LOCAL ROLE corex_owner; SET LOCAL search_path = corex, ext')
  await work()
  // Records are written by the administrator: the owner is not allowed to.
  await client.query('SET LOCAL ROLE NONE; SET LOCAL search_path = DEFAULT')
}

/** Notes a migration as run, with its hash, those of release 0.1, which recorded none, and with a marker the oldest application that it serves. */
export async function record(
  client: Client,
  { files, oldestServed }: Work,
  { name }: MigrationFile,
): Promise<void> {
  await client.query(`INSERT INTO corex.kysely_migration (name, "timestamp") VALUES ($1, $2)`, [
    name,
    new Date().toISOString(),
  ])
  await client.query(
    `INSERT INTO corex.migration_hashes (name, hash)
     SELECT file.name, file.hash FROM unnest($1::text[], $2::text[]) AS file (name, hash)
     WHERE file.name = $3 OR file.name IN (SELECT name FROM corex.kysely_migration)
     ON CONFLICT (name) DO NOTHING`,
    [files.map((file) => file.name), files.map(({ hash }) => hash), name],
  )
  if (newestCodeMarker(files.map((file) => file.name)) !== name) return
  await client.query(
    `INSERT INTO corex.schema_serves (oldest) VALUES ($1) ON CONFLICT (one) DO UPDATE SET oldest = excluded.oldest`,
    [oldestServed],
  )
}
