import type { TestBranch } from './branch.ts'
import { only } from './queries.ts'

/** The business date of the branch that is open. */
export async function openDate({ database, id }: TestBranch): Promise<string> {
  const { rows } = await database.superuser.query<{ date: string }>(
    'SELECT business_date::text AS date FROM business_days WHERE branch_id = $1 AND closed_at IS NULL',
    [id],
  )
  return only(rows).date
}

/** A closed day of the branch on which nothing was posted; answers its id. */
export async function addEmptyDay(
  { database, id, staff }: TestBranch,
  businessDate: string,
): Promise<string> {
  const { rows } = await database.superuser.query<{ id: string }>(
    `INSERT INTO business_days (branch_id, business_date, opened_by, closed_by, closed_at)
     VALUES ($1, $2, $3, $3, now()) RETURNING id`,
    [id, businessDate, staff.supervisor.id],
  )
  return only(rows).id
}

/** A proposal to withdraw a day, as its first person left it; answers its id. */
export async function addProposal({ database, staff }: TestBranch, dayId: string): Promise<string> {
  const { rows } = await database.superuser.query<{ id: string }>(
    `INSERT INTO day_withdrawals (business_day_id, reason, proposed_by) VALUES ($1, 'Wrong date', $2) RETURNING id`,
    [dayId, staff.supervisor.id],
  )
  await database.superuser.query(
    `INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, proposed_by)
     SELECT $1, 'DAY_WITHDRAWAL', branch_id, 'business_days', id, '{}', $3 FROM business_days WHERE id = $2`,
    [only(rows).id, dayId, staff.supervisor.id],
  )
  return only(rows).id
}

/** Does something while a till is held on a day, whatever day is open. */
export async function withTillHeldOn<T>(
  { database, tills, staff }: TestBranch,
  dayId: string,
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await database.superuser.query<{ id: string }>(
    `INSERT INTO till_sessions (till_id, user_id, business_day_id, open_key, opening_float)
     VALUES ($1, $2, $3, gen_random_uuid(), 0) RETURNING id`,
    [tills[1], staff.admin.id, dayId],
  )
  try {
    return await work()
  } finally {
    await database.superuser.query('DELETE FROM till_sessions WHERE id = $1', [only(rows).id])
  }
}

/** Does something as if no till were held on the open day: the sessions stand on an earlier one meanwhile. */
export async function withoutHeldTills<T>(branch: TestBranch, work: () => Promise<T>): Promise<T> {
  const { superuser } = branch.database
  const elsewhere = await addEmptyDay(branch, '2000-01-01')
  const { rows } = await superuser.query<{ id: string; day: string }>(
    `UPDATE till_sessions s SET business_day_id = $1 FROM till_sessions was
      WHERE was.id = s.id AND s.closed_at IS NULL RETURNING s.id, was.business_day_id AS day`,
    [elsewhere],
  )
  try {
    return await work()
  } finally {
    for (const { id, day } of rows)
      await superuser.query('UPDATE till_sessions SET business_day_id = $2 WHERE id = $1', [id, day])
    await superuser.query('UPDATE business_days SET withdrawn_at = now() WHERE id = $1', [elsewhere])
  }
}

/** Does something while the month that begins on a date is closed, and opens it again as no user can. */
export async function withMonthClosed<T>(
  { database, staff }: TestBranch,
  month: string,
  work: () => Promise<T>,
): Promise<T> {
  await database.superuser.query('INSERT INTO closed_months (month, closed_by) VALUES ($1, $2)', [
    month,
    staff.supervisor.id,
  ])
  try {
    return await work()
  } finally {
    await database.superuser.query(`ALTER TABLE closed_months DISABLE TRIGGER USER;
      DELETE FROM closed_months WHERE month = '${month}'; ALTER TABLE closed_months ENABLE TRIGGER USER`)
  }
}
