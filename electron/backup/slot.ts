import { withClient } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'
import type { Chain } from './layout.ts'

/** Holds the server's log until it is sealed. */
export const SLOT = 'corex_backup'

/** Which bank the server has, and on which time line. */
export const chainOf = (admin: Connection): Promise<Chain> =>
  withClient(admin, async (client) => {
    const { rows } = await client.query<Chain>(
      `SELECT s.system_identifier::text AS system, c.timeline_id AS timeline FROM pg_control_system() s, pg_control_checkpoint() c`,
    )
    const [chain] = rows
    if (chain === undefined) throw new Error('The server did not say which it is')
    return chain
  })

/** Whether the log goes on from before: the slot is there, and did not give up what it held. */
export const holdsLog = (admin: Connection): Promise<boolean> =>
  withClient(admin, async (client) => {
    const { rows } = await client.query<{ usable: boolean }>(
      `SELECT wal_status IS DISTINCT FROM 'lost' AND restart_lsn IS NOT NULL AS usable FROM pg_replication_slots WHERE slot_name = $1`,
      [SLOT],
    )
    return rows[0]?.usable === true
  })

/** Makes the slot, in place of one that gave up what it held. */
export const makeSlot = (admin: Connection): Promise<void> =>
  withClient(admin, async (client) => {
    await client.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1',
      [SLOT],
    )
    await client.query('SELECT pg_create_physical_replication_slot($1, true)', [SLOT])
  })

/** Without backups nothing holds the log. */
export const dropSlot = (admin: Connection): Promise<void> =>
  withClient(admin, async (client) => {
    await client.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1 AND NOT active',
      [SLOT],
    )
  })

/** How much of the log the server holds for the backup, and how much more it may before it gives that up. */
export type HeldLog = { readonly held: number; readonly left: number | null }

export const heldLog = (admin: Connection): Promise<HeldLog | null> =>
  withClient(admin, async (client) => {
    const { rows } = await client.query<{ held: string; left: string | null }>(
      `SELECT coalesce(pg_current_wal_lsn() - restart_lsn, 0)::bigint AS held, safe_wal_size AS left
       FROM pg_replication_slots WHERE slot_name = $1`,
      [SLOT],
    )
    const [row] = rows
    return row === undefined
      ? null
      : { held: Number(row.held), left: row.left === null ? null : Number(row.left) }
  })
