import { join } from 'node:path'
import type { Client } from 'pg'
import { BackupEnded } from '../backup/backup-fault.ts'
import type { Identity } from '../backup/keys.ts'
import { readSealed, readWhole } from '../backup/sealed-file.ts'
import { withClient } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'
import { copyIn } from './copy-in.ts'
import { copiedRows } from './copy-out.ts'
import { type Export, type ExportedTable, jsonOf, LOGINS_FILE } from './layout.ts'
import { logins, makeLogins } from './logins.ts'
import { RowHash } from './row-hash.ts'
import { sequencesOf, setSequences } from './sequences.ts'
import { copyInto, relation, rowsOf, tablesOf, WRITTEN_ALIKE } from './tables.ts'
import { quietly } from './without-triggers.ts'

export type LoadOrder = {
  /** A superuser's, in a database with the schema of the export and without anybody's work. */
  readonly admin: Connection
  readonly from: Export
  readonly identities: readonly Identity[]
}

type OnRows = (done: number, of: number) => void

/**
 * Puts the rows, sequences and logins of an export into a database that has its schema, in one transaction and in place of what its making left
 * there, reads every row back and compares it. Nothing writes a row of its own meanwhile: all triggers rest, and are again as they were.
 */
export function loadRows(order: LoadOrder, onRows: OnRows, signal: AbortSignal): Promise<void> {
  return withClient(
    order.admin,
    async (client) => {
      client.on('error', () => {}) // whoever waits for a query is told
      await client.query(WRITTEN_ALIKE)
      await passTransactions(client, BigInt(order.from.nextTransaction), signal)
      await makeMonths(client, order.from.tables)
      const total = 2 * order.from.tables.reduce((sum, { rows }) => sum + rows, 0)
      await quietly(client, () => replaceAll(client, order, (done) => onRows(done, total), signal))
      await client.query('ANALYZE')
      await compareAll(client, order, (done) => onRows(total / 2 + done, total), signal)
    },
    { application_name: 'corex load' },
  )
}

const AT_ONCE = 50_000

/** Rows carry the numbers of their transactions: no later one gets a number that a row has already. */
async function passTransactions(client: Client, until: bigint, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const { rows } = await client.query<{ at: string }>('SELECT pg_current_xact_id()::text AS at')
    const missing = until - BigInt(rows[0]?.at ?? 0)
    if (missing <= 0n) return
    const turns = missing > BigInt(AT_ONCE) ? AT_ONCE : Number(missing)
    await client.query(
      `DO $$ BEGIN FOR n IN 1..${turns} LOOP PERFORM pg_current_xact_id(); ROLLBACK; END LOOP; END $$`,
    )
  }
}

/** The months of the audit log that the export has, each a part of the log or of its archive as it was. */
async function makeMonths(client: Client, tables: readonly ExportedTable[]): Promise<void> {
  const there = new Map((await tablesOf(client)).map(({ name, parent }) => [name, parent]))
  for (const { name, parent, bound } of tables) {
    if (parent === null || there.get(name) === parent) continue
    if (!there.has(name))
      await client.query(`SELECT ensure_audit_partition(to_date($1, 'YYYYMM'))`, [name.slice(-6)])
    if (parent === 'audit_logs') continue
    await client.query(`ALTER TABLE corex.audit_logs DETACH PARTITION ${relation(name)}`)
    await client.query(`ALTER TABLE ${relation(parent)} ATTACH PARTITION ${relation(name)} ${bound}`)
  }
}

async function replaceAll(
  client: Client,
  { from, identities }: LoadOrder,
  onDone: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const there = await tablesOf(client)
  const unknown = from.tables.find(({ name }) => !there.some((table) => table.name === name))
  if (unknown !== undefined) throw new BackupEnded('EXPORT_OF_OTHER_RELEASE', { found: unknown.name })
  // All at once, because they refer to each other; what is made of months is referred to itself.
  const all = new Set(there.flatMap(({ name, parent }) => (parent === null ? [name] : [name, parent])))
  await client.query(`TRUNCATE ${[...all].map(relation).join(', ')}`)
  let done = 0
  for (const table of from.tables) {
    const parts = readSealed(join(from.folder, table.file), table.written, identities)
    await copyIn(client, copyInto(table), untilStopped(parts, signal))
    done += table.rows
    onDone(done)
  }
  await setSequences(client, from.sequences)
  const file = join(from.folder, LOGINS_FILE)
  const read = logins.safeParse(jsonOf((await readWhole(file, from.logins, identities)).toString()))
  if (!read.success) throw new BackupEnded('FILE_CORRUPTED', { file })
  await makeLogins(client, read.data)
}

async function* untilStopped(parts: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  for await (const part of parts) {
    signal.throwIfAborted()
    yield part
  }
}

/** Every row as the server gives it back. CHECKS_FAILED names the first tables that differ. */
async function compareAll(
  client: Client,
  { from }: LoadOrder,
  onDone: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const differing: string[] = []
  let done = 0
  for (const table of await tablesOf(client)) {
    signal.throwIfAborted()
    const wanted = from.tables.find(({ name }) => name === table.name)
    const hash = new RowHash()
    for await (const _ of copiedRows(client, rowsOf(wanted ?? table), (row) => hash.add(row)))
      signal.throwIfAborted()
    const { rows, sum } = hash.sum()
    if (rows !== (wanted?.rows ?? 0) || (wanted !== undefined && sum !== wanted.sum))
      differing.push(`${table.name}: ${rows} of ${wanted?.rows ?? 0} rows`)
    done += rows
    onDone(done)
  }
  const sequences = await sequencesOf(client)
  if (JSON.stringify(sequences) !== JSON.stringify(from.sequences)) differing.push('sequences')
  if (differing.length > 0)
    throw new BackupEnded('CHECKS_FAILED', { found: differing.slice(0, 5).join('; ') })
}
