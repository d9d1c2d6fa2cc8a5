import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '../../shared/contract/define.ts'
import type { TestDatabase } from './database.ts'
import { openTill, post, receiveVaultCash } from './posting-functions.ts'

/** bcrypt of `correct horse battery`, cost 12: made once, because a real one takes a quarter of a second. */
export const PASSWORD = 'correct horse battery'
export const PASSWORD_HASH = '$2a$12$W8LXlpqWzs.pznEDYNI9be00b/RpkOmVtZIJ68ZFv6POtLiaAgV2e'

export type Person = {
  readonly id: string
  readonly username: string
  readonly token: string
  readonly role: Role
}

/** A branch with one signed-in person of every role and a spare teller and supervisor, the vault filled. */
export type TestBranch = {
  readonly id: string
  readonly currency: string
  readonly tills: readonly string[]
  readonly staff: Readonly<
    Record<'admin' | 'teller' | 'teller2' | 'supervisor' | 'supervisor2' | 'auditor' | 'apiUser', Person>
  >
}

const ROLES = {
  teller: 'TELLER',
  teller2: 'TELLER',
  supervisor: 'SUPERVISOR',
  supervisor2: 'SUPERVISOR',
  auditor: 'AUDITOR',
  apiUser: 'API_USER',
} as const satisfies Record<string, Role>

export async function createBranch(
  database: TestDatabase,
  currency = 'USD',
  vault = '100000.00',
): Promise<TestBranch> {
  const app = database.pool(null)
  await app.query('SELECT set_up_branch($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    'Branch Nord',
    currency,
    'Europe/Stockholm',
    3,
    'admin',
    'Ada Admin',
    'admin@example.test',
    PASSWORD_HASH,
    randomBytes(60),
  ])
  const { rows: branches } = await database.superuser.query<{ id: string }>('SELECT id FROM branches')
  const id = only(branches).id
  const admin = await signedIn(database, 'admin')
  const staff = { admin } as Record<string, Person>
  for (const [username, role] of Object.entries(ROLES)) {
    const name = username.toLowerCase()
    await database.superuser.query(
      `INSERT INTO users (username, full_name, email, password_hash, must_change_password, role, branch_id)
       VALUES ($1, $2, $3, $4, false, $5, $6)`,
      [name, `${username} Test`, `${name}@example.test`, PASSWORD_HASH, role, id],
    )
    staff[username] = await signedIn(database, name)
  }
  const tills = await database.superuser.query<{ id: string }>('SELECT id FROM tills ORDER BY name')
  const branch = { id, currency, tills: tills.rows.map((t) => t.id), staff: staff as TestBranch['staff'] }
  if (Number(vault) > 0) {
    await receiveVaultCash(database.pool(branch.staff.supervisor.token), vault, 'Opening cash')
  }
  return branch
}

/** A live session without the quarter of a second that the real sign-in takes; bound to the given workstation. */
export async function signedIn(
  database: TestDatabase,
  username: string,
  workstation: 1 | 2 = 1,
): Promise<Person> {
  const token = randomBytes(32).toString('hex')
  const { rows } = await database.superuser.query<{ id: string; role: Role }>(
    `WITH u AS (SELECT id, role FROM users WHERE username = $1),
       s AS (INSERT INTO sessions (token_hash, user_id, workstation, expires_at)
             SELECT $2, u.id, $3, clock_timestamp() + interval '1 hour' FROM u)
     SELECT id, role FROM u`,
    [username, createHash('sha256').update(token).digest(), database.workstation(workstation).user],
  )
  return { username, token, ...only(rows) }
}

/** A customer whose papers are taken as approved, made behind the curtain. */
export async function approvedCustomer(
  database: TestDatabase,
  branch: TestBranch,
  name = 'Ana Eriksson',
): Promise<string> {
  const [first, last] = name.split(' ')
  const { rows } = await database.superuser.query<{ id: string }>(
    `INSERT INTO customers (first_name, last_name, date_of_birth, kyc_status, created_by)
     VALUES ($1, $2, '1974-08-12', 'APPROVED', $3) RETURNING id`,
    [first, last, branch.staff.teller.id],
  )
  return only(rows).id
}

type AccountOptions = {
  type?: 'SAVINGS' | 'CURRENT' | 'LOAN'
  currency?: string
  agreedLimit?: string
  balance?: string
}

/** An account, and if asked for a balance on it that was really deposited through a till. */
export async function openAccount(
  database: TestDatabase,
  branch: TestBranch,
  customerId: string,
  options: AccountOptions = {},
) {
  const { type = 'SAVINGS', currency = branch.currency, agreedLimit = '0', balance } = options
  const supervisor = database.pool(branch.staff.supervisor.token)
  const id = randomUUID()
  await supervisor.query(
    'INSERT INTO accounts (id, customer_id, account_type, currency, agreed_limit) VALUES ($1, $2, $3, $4, $5)',
    [id, customerId, type, currency, agreedLimit],
  )
  if (balance !== undefined) {
    const till = await ensureOpenTill(database, branch, branch.staff.supervisor2, 2)
    await post(database.pool(branch.staff.supervisor2.token), 'DEPOSIT', till, id, balance)
  }
  return id
}

/** Opens the n-th till for a person unless it is open already; returns its cash account. */
export async function ensureOpenTill(
  database: TestDatabase,
  branch: TestBranch,
  person: Person,
  n: number,
  float = '0',
) {
  const tillId = branch.tills[n]
  if (tillId === undefined) throw new Error(`The branch has no till ${n}`)
  const held = await database.superuser.query(
    'SELECT FROM till_sessions WHERE user_id = $1 AND closed_at IS NULL',
    [person.id],
  )
  if (held.rowCount === 0) {
    await openTill(database.pool(person.token), tillId, float)
  }
  const { rows } = await database.superuser.query<{ id: string }>(
    'SELECT id FROM accounts WHERE till_id = $1',
    [tillId],
  )
  return only(rows).id
}

/** What is wrong with the books; an empty list when they balance. */
export async function booksFaults(database: TestDatabase) {
  return (await database.superuser.query('SELECT * FROM check_books()')).rows
}

export async function balanceOf(database: TestDatabase, accountId: string) {
  const { rows } = await database.superuser.query<{ ledger: string; available: string }>(
    'SELECT ledger_balance AS ledger, available_balance AS available FROM balances WHERE account_id = $1',
    [accountId],
  )
  return only(rows)
}

export function only<T>(rows: readonly T[]): T {
  const [first] = rows
  if (first === undefined || rows.length > 1) throw new Error(`Expected one row, got ${rows.length}`)
  return first
}
