import type { Pool } from 'pg'

/** How many rows of a table, or of its partitions, a statement reads for whoever the pool is signed in as, by the server's own count. */
export async function rowsRead(
  pool: Pool,
  table: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const client = await pool.connect()
  try {
    const count = async () => {
      const { rows } = await client.query<{ n: string }>(
        `SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) AS n FROM pg_stat_xact_user_tables
         WHERE relname = $1 OR starts_with(relname, $1 || '_')`,
        [table],
      )
      return Number(rows[0]?.n)
    }
    await client.query('BEGIN')
    const before = await count()
    await client.query(sql, [...values])
    return (await count()) - before
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
