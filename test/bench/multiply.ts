import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'

/** So many customers the demonstration's loader makes by itself; more are copies of fewer. */
const LOADED = 100_000
const COPIED = 25_000
/** A copy's keys differ in sixteen bits from those of the others. */
const MOST_COPIES = 60

/** While gigabytes are copied, checkpoints would write each page many times. */
export const BULK_SETTINGS = { max_wal_size: '8GB', checkpoint_timeout: '30min' }

/** How often what the loader makes is there afterwards; 1 where the loader makes all of it. Throws above 1,500,000. */
export function copiesOf(customers: number): number {
  const copies = customers <= LOADED ? 1 : Math.ceil(customers / COPIED)
  if (copies > MOST_COPIES) throw new Error(`At most ${MOST_COPIES * COPIED} customers`)
  return copies
}

/** Copies what was loaded, and gives the bank a log of so many rows and what else collects in years. The books balance afterwards. */
export async function multiply(admin: Connection, copies: number, auditRows: number): Promise<void> {
  await withClient(
    admin,
    async (client) => {
      for (const file of ['multiply.sql', 'fill-logs.sql'])
        await client.query(await readFile(join(import.meta.dirname, file), 'utf8'))
      await client.query(`CALL pg_temp.multiply(${copies})`)
      await client.query(`CALL pg_temp.fill_rest(${Math.min(50_000, auditRows / 40)})`)
      await client.query(`CALL pg_temp.fill_audit(${auditRows})`)
      await client.query('VACUUM (ANALYZE)')
    },
    { options: '-c search_path=corex,ext -c timezone=UTC' },
  )
}
