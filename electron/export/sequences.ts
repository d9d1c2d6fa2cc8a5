import type { Client } from 'pg'
import type { Sequence } from './layout.ts'
import { relation } from './tables.ts'

/** Where every sequence stands. */
export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relkind = 'S' AND relnamespace = 'corex'::regnamespace ORDER BY relname COLLATE "C"`,
  )
  const found: Sequence[] = []
  for (const { name } of rows) {
    const at = await client.query<Omit<Sequence, 'name'>>(
      `SELECT last_value::text AS last, is_called AS called FROM ${relation(name)}`,
    )
    found.push(...at.rows.map((row) => ({ name, ...row })))
  }
  return found
}

/** Of a user, by which is counted what they read: made with their row, by a trigger that rests while rows are loaded. */
const OF_USER = /^reads_[0-9a-f]{32}$/

export async function setSequences(client: Client, sequences: readonly Sequence[]): Promise<void> {
  for (const { name } of sequences.filter((sequence) => OF_USER.test(sequence.name)))
    await client.query(
      `CREATE SEQUENCE IF NOT EXISTS ${relation(name)}; ALTER SEQUENCE ${relation(name)} OWNER TO corex_owner`,
    )
  for (const { name, last, called } of sequences)
    await client.query('SELECT setval($1::regclass, $2, $3)', [relation(name), last, called])
}
