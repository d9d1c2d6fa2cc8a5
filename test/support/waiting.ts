import type { Queryable } from './queries.ts'

/** Whether somebody in the database of this connection waits for a lock. */
export const isSomebodyWaiting = async (connection: Queryable): Promise<boolean> => {
  const { rows } = await connection.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}
