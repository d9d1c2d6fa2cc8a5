import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Client } from 'pg'
import { BackupEnded } from '../backup/backup-fault.ts'
import type { Recipient } from '../backup/keys.ts'
import { cut } from '../backup/replication.ts'
import { writeSealed } from '../backup/sealed-file.ts'
import { BUILD } from '../build.ts'
import { codeHash, readCode } from '../db/code.ts'
import type { Connection } from '../db/connection.ts'
import { withClient } from '../db/admin.ts'
import { hashInMarker, newestCodeMarker, readMigrations } from '../db/migration-files.ts'
import { readRecord } from '../db/schema-state.ts'
import { flushToDisk, renameFlushed } from '../write-whole.ts'
import { copiedRows } from './copy-out.ts'
import { CODE_FILE, type Content, type ExportedTable, LOGINS_FILE, MANIFEST, manifestText } from './layout.ts'
import { loginsOf } from './logins.ts'
import { RowHash } from './row-hash.ts'
import { rowsOf, type Table, tablesOf, WRITTEN_ALIKE } from './tables.ts'
import { sequencesOf } from './sequences.ts'

export type ExportOrder = {
  /** A superuser's, in the database. */
  readonly admin: Connection
  /** Where it will be; nothing is there yet. */
  readonly folder: string
  readonly migrationsFolder: string
  readonly recipients: readonly Recipient[]
}

export type OnRows = (done: number, of: number) => void

/** Writes the whole database as it is at one moment, while people work. Nothing stays of one that does not come to its end. */
export async function writeExport(order: ExportOrder, onRows: OnRows, signal: AbortSignal): Promise<void> {
  const draft = `${order.folder}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(dirname(order.folder), { recursive: true })
  await mkdir(draft, { mode: 0o700 })
  try {
    const content = await withClient(
      order.admin,
      (client) => writeAll(client, draft, order, onRows, signal),
      {
        application_name: 'corex export',
      },
    )
    await writeFile(join(draft, MANIFEST), manifestText(content), { mode: 0o600, flag: 'wx' })
    await flushToDisk(join(draft, MANIFEST))
    await flushToDisk(draft)
    await renameFlushed(draft, order.folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    signal.throwIfAborted()
    throw error
  }
}

type Facts = Pick<Content, 'system' | 'serverVersion' | 'size' | 'nextTransaction'>

async function writeAll(
  client: Client,
  draft: string,
  order: ExportOrder,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<Content> {
  const stop = () => cut(client, new BackupEnded('CANCELLED'))
  signal.addEventListener('abort', stop)
  client.on('error', () => {}) // whoever waits for a query is told
  try {
    signal.throwIfAborted()
    await client.query(WRITTEN_ALIKE)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const facts = await factsOf(client)
    await requireSpace(draft, facts.size)
    const { migrations, schema, code } = await requireReleased(client, order.migrationsFolder)
    const sealed = (name: string, text: string) =>
      writeSealed(Readable.from([Buffer.from(text)]), join(draft, name), order.recipients, signal)
    const codeWritten = await sealed(CODE_FILE, JSON.stringify(code))
    const loginsWritten = await sealed(LOGINS_FILE, JSON.stringify(await loginsOf(client)))
    const tables = await writeTables(client, draft, order, onRows, signal)
    // After the rows: numbers that were taken meanwhile leave a gap, and none is given twice.
    const sequences = await sequencesOf(client)
    const at = new Date().toISOString()
    return {
      format: 1,
      ...facts,
      build: BUILD,
      at,
      schema,
      migrations,
      recipients: [...order.recipients],
      code: codeWritten,
      logins: loginsWritten,
      sequences,
      tables,
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.query<Omit<Facts, 'size'> & { size: string; blobs: string }>(`
    SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system, current_setting('server_version') AS "serverVersion",
      pg_database_size(current_database())::text AS size, pg_snapshot_xmax(pg_current_snapshot())::text AS "nextTransaction",
      (SELECT count(*) FROM pg_largeobject_metadata)::text AS blobs`)
  const [facts] = rows
  if (facts === undefined) throw new Error('A SELECT without FROM answered no row')
  const { blobs, size, ...others } = facts
  if (blobs !== '0') throw new Error('The database has large objects, which no release has made')
  return { ...others, size: Number(size) }
}

/** What the database takes on the disk, its indexes included, is more than its rows take when they are packed. */
async function requireSpace(folder: string, size: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < size) throw new BackupEnded('DISK_FULL', { folder: dirname(folder) })
}

/** The schema is this program's, and its code is what the release had: only so another release can make it again. */
async function requireReleased(client: Client, folder: string) {
  const { applied } = await readRecord(client)
  const files = await readMigrations(folder)
  const schema = newestCodeMarker(applied.map(({ name }) => name))
  const marker = files.find(({ name }) => name === schema)
  const code = await readCode(join(folder, 'code'))
  if (
    marker === undefined ||
    schema === undefined ||
    schema !== newestCodeMarker(files.map(({ name }) => name))
  )
    throw new BackupEnded('EXPORT_OF_OTHER_RELEASE', { found: schema ?? '' })
  if (hashInMarker(marker.text) !== codeHash(code)) throw new Error('code/ differs from what its marker says')
  return { migrations: [...applied], schema, code }
}

async function writeTables(
  client: Client,
  draft: string,
  { recipients }: ExportOrder,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<ExportedTable[]> {
  const tables = await tablesOf(client)
  const counts: number[] = []
  for (const table of tables) counts.push(await countOf(client, table))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const written: ExportedTable[] = []
  let before = 0
  for (const [at, table] of tables.entries()) {
    const hash = new RowHash()
    const tell = (row: Buffer) => {
      hash.add(row)
      if (hash.rows % 1000 === 0) onRows(before + hash.rows, total)
    }
    const file = `${String(at + 1).padStart(4, '0')}.zst.age`
    const rows = Readable.from(copiedRows(client, rowsOf(table), tell), { objectMode: false })
    const sealed = await writeSealed(rows, join(draft, file), recipients, signal)
    if (hash.rows !== counts[at]) throw new Error(`${table.name} gave ${hash.rows} rows of ${counts[at]}`)
    before += hash.rows
    onRows(before, total)
    written.push({ ...table, columns: [...table.columns], ...hash.sum(), file, written: sealed })
  }
  return written
}

async function countOf(client: Client, table: Table): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM (${rowsOf(table)}) AS t`)
  return Number(rows[0]?.n)
}
