import type { Pool } from 'pg'
import type { NumberFormat } from '../../shared/number-format.ts'
import type { TestDatabase } from './database.ts'
import { receiveVaultCash } from './posting-functions.ts'
import { knowDatabase } from './second-person.ts'
import { TIME_ZONE } from './zone.ts'
import { insertUser, PASSWORD_HASH, signedIn, type TestUser } from './users.ts'

/**
 * The words of the tests, each with one file that makes the thing:
 *
 * - a *cluster* is the PostgreSQL server of a whole run (cluster.ts);
 * - a *database* is a copy of the migrated template, with two workstations' logins (database.ts);
 * - a *branch* is set up in a database, with its day, its vault, its tills and its staff (this file);
 * - a *user* is a member of the staff with a session (users.ts);
 * - a *workplace* is the main process of a workstation of that branch, without a window (workplace.ts).
 *
 * The other files are called after the areas. Each builds its thing whole, from parts that a test may override: a customer
 * (customers.ts), an account (accounts.ts), a document (documents.ts), a posting (postings.ts). A test file gets a branch or a
 * workplace of its own from test-file.ts.
 */

/** A branch with three tills, and with a signed-in user of every role and a spare teller and supervisor. */
export type TestBranch = {
  readonly database: TestDatabase
  readonly id: string
  readonly currency: string
  readonly tills: readonly [string, string, string]
  readonly staff: Readonly<Record<StaffName, TestUser>>
  /** The connections of a member of the staff at the first workstation. */
  readonly pool: (name: StaffName) => Pool
}

const ROLES = {
  teller: 'TELLER',
  teller2: 'TELLER',
  supervisor: 'SUPERVISOR',
  supervisor2: 'SUPERVISOR',
  auditor: 'AUDITOR',
  apiUser: 'API_USER',
} as const

export type StaffName = 'admin' | keyof typeof ROLES

export type BranchOptions = {
  readonly currency?: string
  readonly numberFormat?: NumberFormat
  /** The cash in the vault, as decimal text; with `0` there is none and no posting. */
  readonly vault?: string
  /** Only the administrator who sets it up, or the rest of the staff too. */
  readonly staff?: 'administrator' | 'everybody'
}

/** Sets the branch of a database up, as its administrator does, unless it was cloned with one, and signs its staff in. */
export async function createBranch(database: TestDatabase, options: BranchOptions = {}): Promise<TestBranch> {
  const { currency = 'USD', vault = '100000.00', staff: who = 'everybody' } = options
  const id = (await branchOf(database)) ?? (await setUpBranch(database, options))
  knowDatabase(database)
  const branch: TestBranch = {
    database,
    id,
    currency,
    tills: await tillsOf(database),
    staff: await signStaffIn(database, who),
    pool: (name) => database.pool(branch.staff[name].token),
  }
  if (Number(vault) > 0) await receiveVaultCash(branch.pool('supervisor'), vault, 'Opening cash')
  return branch
}

async function branchOf({ superuser }: TestDatabase): Promise<string | undefined> {
  return (await superuser.query<{ id: string }>('SELECT id FROM branches')).rows[0]?.id
}

/** The branch with its tills and its staff, of whom nobody has a session; answers its id. */
export async function setUpBranch(
  database: TestDatabase,
  { currency = 'USD', numberFormat = 'POINT_COMMA', staff: who = 'everybody' }: BranchOptions = {},
): Promise<string> {
  await database
    .pool(null)
    .query('SELECT set_up_branch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      'Branch Nord',
      currency,
      numberFormat,
      [6, 7],
      TIME_ZONE,
      3,
      'admin',
      'Ada Admin',
      'admin@example.test',
      PASSWORD_HASH,
      Buffer.alloc(60, 1),
    ])
  const id = await branchOf(database)
  if (id === undefined) throw new Error('The branch was not made')
  if (who === 'administrator') return id
  for (const [name, role] of Object.entries(ROLES))
    await insertUser(database.superuser, id, {
      username: name.toLowerCase(),
      fullName: `${name} Test`,
      role,
    })
  return id
}

async function signStaffIn(
  database: TestDatabase,
  who: 'administrator' | 'everybody',
): Promise<TestBranch['staff']> {
  const staff = { admin: await signedIn(database, 'admin') } as Record<StaffName, TestUser>
  if (who === 'administrator') return staff
  for (const name of Object.keys(ROLES) as (keyof typeof ROLES)[])
    staff[name] = await signedIn(database, name.toLowerCase())
  return staff
}

async function tillsOf(database: TestDatabase): Promise<TestBranch['tills']> {
  const { rows } = await database.superuser.query<{ id: string }>('SELECT id FROM tills ORDER BY name')
  const [first, second, third] = rows
  if (first === undefined || second === undefined || third === undefined) throw new Error('Tills are missing')
  return [first.id, second.id, third.id]
}

/** Does something while the branch's day is closed, and opens the day again. */
export async function withDayClosed<T>({ database }: TestBranch, work: () => Promise<T>): Promise<T> {
  const { rows } = await database.superuser.query<{ id: string }>(
    'UPDATE business_days SET closed_at = now(), closed_by = opened_by WHERE closed_at IS NULL RETURNING id',
  )
  try {
    return await work()
  } finally {
    await database.superuser.query(
      'UPDATE business_days SET closed_at = NULL, closed_by = NULL WHERE id = ANY ($1)',
      [rows.map(({ id }) => id)],
    )
  }
}

/** What is wrong with the books; an empty list when they balance. */
export async function booksFaults(database: TestDatabase) {
  return (await database.superuser.query('SELECT * FROM check_books()')).rows
}
