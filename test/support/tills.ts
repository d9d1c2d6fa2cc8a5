import type { TestBranch } from './branch.ts'
import { closeTill, openTill } from './posting-functions.ts'
import { only } from './queries.ts'
import { differenceDecided } from './second-person.ts'
import type { TestUser } from './users.ts'

/** Opens the n-th till for a user who has none open, and answers its cash account's id. */
export async function ensureOpenTill(
  branch: TestBranch,
  user: TestUser,
  n: 0 | 1 | 2,
  float = '0',
): Promise<string> {
  const till = branch.tills[n]
  if (!(await hasOpenTill(branch, user))) await openTill(branch.database.pool(user.token), till, float)
  return cashAccountOf(branch, till)
}

/** Gives the teller the first till with 100 in it, or takes the open one away, counted as empty. */
export async function setTellerTill(branch: TestBranch, open: boolean): Promise<void> {
  await finishCounting(branch)
  if (open === (await hasOpenTill(branch, branch.staff.teller))) return
  if (open) await openTill(branch.pool('teller'), branch.tills[0], '100')
  else await closeTill(branch.pool('teller'), '0')
}

/** Ends a count of the teller's till that a test left waiting. */
async function finishCounting({ database, pool, staff }: TestBranch): Promise<void> {
  const { rows } = await database.superuser.query<{ id: string; kind: string }>(
    `SELECT id, kind FROM approvals WHERE status = 'PENDING' AND kind IN ('TILL_CLOSE', 'TILL_DIFFERENCE') AND proposed_by = $1`,
    [staff.teller.id],
  )
  for (const { id, kind } of rows)
    await (kind === 'TILL_CLOSE'
      ? pool('teller').query('SELECT withdraw($1)', [id])
      : differenceDecided(pool('teller'), id))
}

async function hasOpenTill({ database }: TestBranch, user: TestUser): Promise<boolean> {
  const held = await database.superuser.query(
    'SELECT FROM till_sessions WHERE user_id = $1 AND closed_at IS NULL',
    [user.id],
  )
  return held.rowCount === 1
}

/** The account of the cash in a till. */
export async function cashAccountOf({ database }: TestBranch, tillId: string): Promise<string> {
  const { rows } = await database.superuser.query<{ id: string }>(
    'SELECT id FROM accounts WHERE till_id = $1',
    [tillId],
  )
  return only(rows).id
}
