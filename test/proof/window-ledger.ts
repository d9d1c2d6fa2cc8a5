import { mkdirSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { withLedger } from '../e2e/support/books.ts'
import { expectSoon } from './expect-soon.ts'

/** What one window sent, and what the ledger has of it. */

export type Posting = {
  readonly key: string
  readonly reference: string
  readonly status: 'PENDING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  readonly type: string
  /** In whole cents, as text: random keys also come to amounts beyond a number. */
  readonly cents: string
  readonly isReversal: boolean
}

/** What people posted at counters, each under a key, except for the keys that were there before. */
export const postingsOf = (userData: string, before: ReadonlySet<string> = new Set()): Promise<Posting[]> =>
  withLedger(userData, async (client) => {
    const { rows } = await client.query<Posting>(
      `SELECT idempotency_key::text AS key, transaction_id AS reference, status, transaction_type AS type,
         trunc(amount * 100)::text AS cents, reversal_of IS NOT NULL AS "isReversal"
       FROM corex.transactions WHERE idempotency_key IS NOT NULL AND actor = 'PERSON'
         AND transaction_type IN ('DEPOSIT', 'WITHDRAWAL', 'TRANSFER') ORDER BY created_at, id`,
    )
    return rows.filter(({ key }) => !before.has(key))
  })

const NOTE = /^([0-9a-f-]{36})\..*\.json$/

/** Every key that the workstation noted on its disk from here on, and the notes that are there now. */
export function watchNotes(userData: string) {
  const folder = join(userData, 'intents')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const keys = new Set<string>()
  const watcher = watch(folder, (_event, file) => {
    const [, key] = NOTE.exec(file ?? '') ?? []
    if (key !== undefined) keys.add(key)
  })
  const left = () => readdirSync(folder).flatMap((file) => NOTE.exec(file)?.[1] ?? [])
  return { keys, left, [Symbol.dispose]: () => watcher.close() }
}

/** Holds all balances, so that a posting waits in the middle of its transaction until `free`, or until the server is gone. */
export async function holdBalances(userData: string) {
  const held = Promise.withResolvers<void>()
  const freed = Promise.withResolvers<void>()
  const done = withLedger(userData, async (client) => {
    client.on('error', () => freed.resolve()) // the server is killed
    await client.query('BEGIN')
    await client.query('SELECT FROM corex.balances ORDER BY account_id FOR UPDATE')
    held.resolve()
    await freed.promise
  })
  done.catch(held.reject)
  await held.promise
  const free = async () => {
    freed.resolve()
    await done.catch(() => {})
  }
  const isWaitedFor = () => expectSoon('a posting waits for its balances', () => isWaiting(userData))
  return { isWaitedFor, free, [Symbol.asyncDispose]: free }
}

const isWaiting = (userData: string): Promise<boolean> =>
  withLedger(userData, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ 'post_journal'`,
    )
    return rowCount !== 0
  })
