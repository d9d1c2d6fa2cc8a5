import { setTimeout as after } from 'node:timers/promises'
import type { Client } from 'pg'
import { applyCode, type CodeFile, partsOf } from './code.ts'
import { codeOf } from './fault.ts'
import { type MigrationFile, newestCodeMarker, statementsOf, wayOf } from './migration-files.ts'
import { asOwner, failed, inTransaction, record, type Work } from './run-at-once.ts'

/**
 * Runs an upgrade while people work. Nobody waits for it longer than it waits itself for its locks, and does its work with them: it asks for
 * all that it needs in one statement, gives up soon, lets everybody go on, and tries again. Each step leaves a schema with which the
 * application before it works, so that a run that was stopped is gone on with by the next one.
 */

/** So long others stand behind a lock that is waited for. */
const WAIT = '400ms'
const PAUSE_MS = 300
/** Ten minutes of a long export that keeps a table. */
const TRIES = 900

/** Did not get its locks in time: lock_timeout, statement_timeout, a deadlock. */
const HELD_UP = ['55P03', '57014', '40P01']

export async function runWhileWorking(client: Client, work: Work): Promise<void> {
  const newest = newestCodeMarker(work.files.map(({ name }) => name))
  const [marker] = work.pending.filter(({ name }) => name === newest)
  const withCode = work.pending.filter(({ text }) => wayOf(text) === 'with the code')
  for (const file of work.pending) {
    if (file === marker || withCode.includes(file)) continue
    work.say(`${file.name} …`)
    await runStep(client, work, file)
  }
  if (marker === undefined) return
  work.say(`${[...withCode, marker].map(({ name }) => name).join(', ')} …`)
  await runCode(client, work, withCode, marker)
}

async function runStep(client: Client, work: Work, file: MigrationFile): Promise<void> {
  try {
    if (wayOf(file.text) === 'outside a transaction') await runOutside(client, file.text)
    await again(() =>
      inTransaction(client, async () => {
        await client.query(`SET LOCAL lock_timeout = '${WAIT}'`)
        if (wayOf(file.text) === 'by itself')
          await asOwner(client, async () => void (await client.query(file.text)))
        await record(client, work, file)
      }),
    )
  } catch (error) {
    throw failed(file.name, error)
  }
}

/** One statement after the other, such as the making of an index during which others write. */
export async function runOutside(client: Client, text: string): Promise<void> {
  await client.query('SET ROLE corex_owner; SET search_path = corex, ext')
  try {
    for (const statement of statementsOf(text)) await client.query(statement)
  } finally {
    await client.query('RESET ROLE; RESET search_path')
  }
}

/** All functions without a lock, then what needs the tables in as little time as it takes, and then rows that follow from the code. */
async function runCode(
  client: Client,
  work: Work,
  withCode: readonly MigrationFile[],
  marker: MigrationFile,
): Promise<void> {
  const parts = partsOf(work.code)
  try {
    await inTransaction(client, async () => {
      await asOwner(client, async () => {
        await applyCode(client, parts.functions)
        await client.query('SAVEPOINT tables')
        await again(async () => {
          await client.query('ROLLBACK TO tables')
          await lockTables(client)
          for (const { text } of withCode) await client.query(text)
          await applyCode(client, joined(parts.tables))
        })
      })
      for (const file of withCode) await record(client, work, file)
    })
    await again(() =>
      inTransaction(client, async () => {
        await client.query(`SET LOCAL lock_timeout = '${WAIT}'`)
        await asOwner(client, () => applyCode(client, parts.rows))
        await record(client, work, marker)
      }),
    )
  } catch (error) {
    throw failed(marker.name, error)
  }
}

/** In one message, because everybody waits meanwhile. Where they fail, the code is tried apart by a test, which names the file. */
const joined = (files: readonly CodeFile[]): CodeFile[] => [
  { path: 'triggers, policies and grants', text: files.map(({ text }) => text).join('\n') },
]

/** Every table for itself, or none: whoever waits behind one of them waits no longer than this statement. */
async function lockTables(client: Client): Promise<void> {
  await client.query(`SET LOCAL statement_timeout = '${WAIT}'`)
  await client.query(`
    DO $$
    BEGIN
      EXECUTE (SELECT 'LOCK TABLE ' || string_agg(c.oid::regclass::text, ', ' ORDER BY c.relname) || ' IN ACCESS EXCLUSIVE MODE'
        FROM pg_class c WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND c.relname !~ 'migration|schema_serves');
    END $$`)
  await client.query('SET LOCAL statement_timeout = DEFAULT')
}

async function again(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined)
      if (!HELD_UP.includes(code ?? '') || tries === TRIES) throw error
      await after(PAUSE_MS)
    }
  }
}
