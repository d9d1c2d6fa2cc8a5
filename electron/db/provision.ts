import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, escapeIdentifier } from 'pg'
import { inDatabase, withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import { codeOf } from './fault.ts'

/** By which those who provision or migrate a database wait for each other; the number that Kysely's migrator takes, which earlier releases run. */
export const MIGRATION_LOCK = '3853314791062309107'

/**
 * Makes a server and one of its databases ready for the migrations: roles, revoked privileges, extensions, schema.
 * Idempotent. `admin` is a superuser; the folder holds provision-cluster.sql and provision-database.sql.
 */
export async function provision(
  admin: Connection,
  databaseName: string,
  migrationsFolder: string,
): Promise<void> {
  const cluster = await readFile(join(migrationsFolder, 'provision-cluster.sql'), 'utf8')
  await withClient(inDatabase(admin, 'postgres'), async (client) => {
    // Held until this connection ends, because two workstations may be set up at the same moment.
    await client.query(`SELECT pg_advisory_lock(hashtextextended('corex provisioning', 0))`)
    await client.query(cluster)
    await createDatabase(client, databaseName)
    await applyDatabasePrivileges(admin, databaseName, migrationsFolder)
  })
}

/** What provisioning does inside one database; a clone of a template needs it too, as database privileges are not copied. */
export async function applyDatabasePrivileges(
  admin: Connection,
  databaseName: string,
  migrationsFolder: string,
): Promise<void> {
  const database = await readFile(join(migrationsFolder, 'provision-database.sql'), 'utf8')
  await withClient(inDatabase(admin, databaseName), async (client) => {
    // Both change the rights of the same functions, and PostgreSQL refuses that at the same moment.
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
    await client.query(database)
  })
}

async function createDatabase(client: Client, name: string): Promise<void> {
  const existing = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (existing.rowCount !== 0) return
  const create = `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`
  // The best collation first: bytewise order that is the same everywhere, with letters of all languages known.
  const builtin = ` LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'`
  for (const locale of (await majorOf(client)) >= 17 ? [builtin, ''] : [` LOCALE 'C.UTF-8'`, '']) {
    try {
      await client.query(create + locale)
      return
    } catch (error) {
      // A server whose system does not know that locale says so by one of these; then its own default is used.
      if (locale === '' || !['22023', '42809', '42P17'].includes(codeOf(error) ?? '')) throw error
    }
  }
}

/** The server's major version. */
async function majorOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  )
  return Math.floor(Number(rows[0]?.version) / 10_000)
}
