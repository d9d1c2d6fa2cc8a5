import type { TestDatabase } from './database.ts'
import { only } from './queries.ts'
import { TIME_ZONE } from './zone.ts'

/** The id of a second branch of the bank, without staff or day; the same one each time. */
export async function otherBranch({ superuser }: TestDatabase): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(
    `INSERT INTO branches (name, currency, time_zone, number_format) VALUES ('Branch Ost', 'USD', $1, 'POINT_COMMA')
     ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
    [TIME_ZONE],
  )
  return only(rows).id
}

/** The id of a branch that was closed for good; the same one each time. */
export async function closedBranch({ superuser }: TestDatabase): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(
    `INSERT INTO branches (name, currency, time_zone, number_format, closed_at)
     VALUES ('Branch West', 'USD', $1, 'POINT_COMMA', clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
    [TIME_ZONE],
  )
  return only(rows).id
}

/** Makes the second branch the home of a customer. */
export async function moveToOtherBranch(database: TestDatabase, customerId: string): Promise<void> {
  const branchId = await otherBranch(database)
  await database.superuser.query('UPDATE customers SET branch_id = $1 WHERE id = $2', [branchId, customerId])
}

/** Does something while an action that may cross the boundary of a branch may not. */
export async function withoutCrossing<T>(
  { superuser }: TestDatabase,
  action: string,
  work: () => Promise<T>,
): Promise<T> {
  const allow = (allowed: boolean) =>
    superuser.query('UPDATE branch_crossings SET allowed = $1 WHERE action = $2', [allowed, action])
  await allow(false)
  try {
    return await work()
  } finally {
    await allow(true)
  }
}
