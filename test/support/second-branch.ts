import type { Pool } from 'pg'
import type { TestBranch } from './branch.ts'
import { only } from './queries.ts'
import { addUser, type TestUser } from './users.ts'
import type { TestWorkplace } from './workplace.ts'

/** A second branch of the same bank, with an open day, its internal accounts, a till and its own staff. */
export type SecondBranch = {
  readonly id: string
  readonly name: string
  readonly till: string
  readonly teller: TestUser
  readonly supervisor: TestUser
  readonly pool: (name: 'teller' | 'supervisor') => Pool
}

/** No screen makes a second branch yet, so a superuser writes its rows. */
export async function addBranch(
  { id: branchId, database, currency, staff }: TestBranch,
  name = 'Branch Syd',
): Promise<SecondBranch> {
  const { superuser } = database
  const made = await superuser.query<{ id: string }>(
    `INSERT INTO branches (name, currency, time_zone, number_format)
     SELECT $1, currency, time_zone, number_format FROM branches WHERE id = $2 RETURNING id`,
    [name, branchId],
  )
  const { id } = only(made.rows)
  await superuser.query(
    `INSERT INTO business_days (branch_id, business_date, opened_by) VALUES ($1, current_date, $2)`,
    [id, staff.admin.id],
  )
  await superuser.query(
    `INSERT INTO accounts (account_type, currency, branch_id)
     SELECT account_type, $2, $1 FROM account_kinds WHERE holder = 'BRANCH'`,
    [id, currency],
  )
  await superuser.query(`SELECT make_till(gen_random_uuid(), $1, 'Till 1')`, [id])
  const till = await superuser.query<{ id: string }>('SELECT id FROM tills WHERE branch_id = $1', [id])
  const person = (role: 'TELLER' | 'SUPERVISOR') =>
    addUser(database, id, { username: `${role.toLowerCase()}.${id.slice(-6)}`, role })
  const [teller, supervisor] = [await person('TELLER'), await person('SUPERVISOR')]
  await addUser(database, id, { username: `second.${id.slice(-6)}`, role: 'SUPERVISOR' })
  const pool = (who: 'teller' | 'supervisor') => database.pool((who === 'teller' ? teller : supervisor).token)
  return { id, name, till: only(till.rows).id, teller, supervisor, pool }
}

const known = new WeakMap<TestBranch, Promise<SecondBranch>>()

/** One second branch for all who need one. */
export function secondBranch(branch: TestBranch): Promise<SecondBranch> {
  const made = known.get(branch) ?? addBranch(branch)
  known.set(branch, made)
  return made
}

/** The workplace with a member of the second branch's staff signed in. */
export async function fromSecondBranch(
  workplace: TestWorkplace,
  name: 'teller' | 'supervisor',
): Promise<TestWorkplace> {
  workplace.become((await secondBranch(workplace.branch))[name])
  return workplace
}
