import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { UNWATCHED } from '../../electron/progress.ts'
import { doJobsOfDay } from '../../electron/services/branches/business-day.ts'
import { only } from '../support/queries.ts'
import { expectSoon } from '../proof/expect-soon.ts'
import type { OwnServer } from '../proof/own-server.ts'

/** Accounts in a call before the server is killed. */
export const ACCOUNTS_AT_A_TIME = 2_000

/** A day that stands open and can be closed: the branch's newest, or a new one. Past the rule that a day is at most one working day ahead. */
export async function openDayOn({ branch }: OwnServer, date: string): Promise<void> {
  await branch.database.superuser.query(
    `INSERT INTO business_days (branch_id, business_date, opened_by)
     SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM business_days WHERE closed_at IS NULL)`,
    [branch.id, date, branch.staff.supervisor.id],
  )
  await branch.database.superuser.query(
    'UPDATE business_days SET business_date = $1 WHERE closed_at IS NULL',
    [date],
  )
}

const next = async (supervisor: Pool, work: 'INTEREST' | 'FEES'): Promise<string> => {
  const { rows } = await supervisor.query<{ state: string }>('SELECT prepare_day_close($1, $2) AS state', [
    work,
    ACCOUNTS_AT_A_TIME,
  ])
  return only(rows).state
}

/** The next piece of interest and of fees at the same time. */
const nextOfBoth = (supervisor: Pool) => Promise.all([next(supervisor, 'INTEREST'), next(supervisor, 'FEES')])

/** Closes the open day as the application does: its jobs in parts, and then the proof, on which it is closed. */
export async function closeDay({ branch }: OwnServer): Promise<void> {
  await doJobsOfDay(branch.database.db(branch.staff.supervisor.token), UNWATCHED)
  await branch.pool('supervisor').query('SELECT close_branch_day()')
}

/**
 * Kills the server when interest and fees have each posted so many pieces, while both post the next one, and starts it again.
 */
export async function killInside(server: OwnServer, pieces: number): Promise<void> {
  const supervisor = server.branch.pool('supervisor')
  while ((await next(supervisor, 'INTEREST')) === 'ACCRUING');
  let took = 0
  for (let piece = 0; piece < pieces; piece += 1) {
    const since = performance.now()
    if ((await nextOfBoth(supervisor)).includes('DONE'))
      throw new Error('The jobs ended before the server was killed')
    took = performance.now() - since
  }
  const killed = Promise.allSettled([next(supervisor, 'INTEREST'), next(supervisor, 'FEES')])
  await pause(took / 2)
  server.kill()
  if ((await killed).every(({ status }) => status === 'fulfilled'))
    throw new Error('The pieces had ended before the server was killed')
  await server.restart()
  // What the driver kept of the old server is given up by the first query on it.
  const answers = () =>
    supervisor.query('SELECT 1').then(
      () => true,
      () => false,
    )
  await expectSoon('the new server answers', answers)
}

/** Accounts on which a job has posted this more or less than once; none where nothing is lost and nothing posted twice. */
export async function postedOtherThanOnce({ branch }: OwnServer, type: 'FEE' | 'INTEREST'): Promise<number> {
  const { rows } = await branch.database.superuser.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM accounts a LEFT JOIN entries e ON e.account_id = a.id
         AND e.transaction_id IN (SELECT id FROM transactions WHERE transaction_type = $1)
       WHERE a.customer_id IS NOT NULL GROUP BY a.id HAVING count(e.id) <> 1) AS wrong`,
    [type],
  )
  return only(rows).n
}
