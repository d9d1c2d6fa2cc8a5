import { withClient } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { BackupEnded } from './backup-fault.ts'
import { chainOf } from './slot.ts'

export type RestoreRecord = {
  readonly migrationsFolder: string
  /** The user of the operating system. */
  readonly operator: string
  readonly until: Date | null
  readonly upTo: Date
}

/** Brings restored books to the version of this program, and says in them that they were restored. */
export async function recordRestore(admin: Connection, record: RestoreRecord): Promise<void> {
  const { migrationsFolder, operator, until, upTo } = record
  const migrated = await migrate(admin, migrationsFolder)
  if (!migrated.ok) throw new BackupEnded('RECOVERY_FAILED', { code: migrated.error.code })
  const { timeline } = await chainOf(admin)
  await withClient(admin, async (client) => {
    await client.query('SET search_path = corex, ext')
    await client.query('SELECT record_restore($1, $2, $3, $4)', [until, upTo, timeline, operator])
  })
}
