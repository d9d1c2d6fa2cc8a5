import { type Client, escapeIdentifier } from 'pg'
import { relation } from './tables.ts'

type Trigger = {
  readonly table: string
  readonly name: string
  readonly state: string
  readonly internal: boolean
}

/** All triggers with whether they fire: O as usual, A always, R and D not. Those of foreign keys are among them. */
const TRIGGERS = `
  SELECT c.relname::text AS table, t.tgname::text AS name, t.tgenabled::text AS state, t.tgisinternal AS internal
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'corex'::regnamespace
  ORDER BY c.relname COLLATE "C", t.tgname COLLATE "C"`

const triggersOf = async (client: Client) => (await client.query<Trigger>(TRIGGERS)).rows

/**
 * Does `work` in one transaction in which no trigger fires: neither the guards of what is only ever added to, which fire always, nor those that
 * write the audit log, nor those of foreign keys, which held where the rows come from. At its end each is as it was, or nothing was done.
 */
export async function quietly(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    const before = await triggersOf(client)
    const tables = [...new Set(before.map(({ table }) => table))]
    for (const table of tables) await client.query(`ALTER TABLE ONLY ${relation(table)} DISABLE TRIGGER ALL`)
    await work()
    for (const table of tables) await client.query(`ALTER TABLE ONLY ${relation(table)} ENABLE TRIGGER ALL`)
    for (const { table, name, state } of before.filter((trigger) => trigger.state !== 'O'))
      await client.query(
        `ALTER TABLE ONLY ${relation(table)} ${HOW[state] ?? ''} TRIGGER ${escapeIdentifier(name)}`,
      )
    const after = await triggersOf(client)
    if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error('A trigger is not as it was')
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

const HOW: Readonly<Record<string, string>> = { A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA', D: 'DISABLE' }
