import { expectSoon } from './expect-soon.ts'
import type { TestBranch } from '../support/branch.ts'

/** Holds all balances, so that a posting waits in the middle of its transaction until this is disposed of. */
export async function waitingForLock({ database }: TestBranch) {
  const client = await database.superuser.connect()
  await client.query('BEGIN')
  await client.query('SELECT FROM balances ORDER BY account_id FOR UPDATE')
  const isWaitedFor = () =>
    expectSoon('a posting waits for its balances', async () => {
      const { rows } = await database.superuser.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE datname = $1 AND wait_event_type = 'Lock' AND query ~ 'post_journal'`,
        [database.name],
      )
      return (rows[0]?.n ?? 0) > 0
    })
  const free = async () => {
    await client.query('ROLLBACK').catch(() => {})
    client.release()
  }
  return { isWaitedFor, [Symbol.asyncDispose]: free }
}
