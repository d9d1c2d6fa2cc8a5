import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
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

const nextPart = async (supervisor: Pool): Promise<boolean> => {
  const { rows } = await supervisor.query<{ more: boolean }>('SELECT prepare_day_close($1) AS more', [
    ACCOUNTS_AT_A_TIME,
  ])
  return only(rows).more
}

/** Closes the open day as the application does: its jobs in parts, and then the proof, on which it is closed. */
export async function closeDay({ branch }: OwnServer): Promise<void> {
  await doJobsOfDay(branch.database.db(branch.staff.supervisor.token))
  await branch.pool('supervisor').query('SELECT close_branch_day()')
}

/** Kills the server after so many parts of the day's jobs, in the middle of the next one, and starts it again. */
export async function killInside(server: OwnServer, parts: number): Promise<void> {
  const supervisor = server.branch.pool('supervisor')
  let took = 0
  for (let part = 0; part < parts; part += 1) {
    const since = performance.now()
    if (!(await nextPart(supervisor))) throw new Error('The jobs ended before the server was killed')
    took = performance.now() - since
  }
  const killed = nextPart(supervisor).then(
    () => false,
    () => true,
  )
  await pause(took / 2)
  server.kill()
  if (!(await killed)) throw new Error('The part had ended before the server was killed')
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
