import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  approvedCustomer,
  createBranch,
  ensureOpenTill,
  only,
  openAccount,
  PASSWORD,
  PASSWORD_HASH,
  type Person,
  signedIn,
  type TestBranch,
} from '../support/branch.ts'
import type { TestDatabase } from '../support/database.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { post } from '../support/posting-functions.ts'
import type { Actor } from './attack.ts'

/** A working day in a branch, with something in it worth attacking. Ids are by the names that the attacks use. */
export type Scene = {
  readonly branch: TestBranch
  readonly tokens: Readonly<Record<Actor, string | null>>
  readonly names: Readonly<Record<string, string>>
}

export async function setTheScene(database: TestDatabase): Promise<Scene> {
  const branch = await createBranch(database)
  const { staff } = branch
  const names: Record<string, string> = { branch: branch.id, workstation: database.workstation(1).user }
  for (const [name, person] of Object.entries(staff)) names[name] = person.id
  for (const [n, till] of branch.tills.entries()) names[`till${n}`] = till
  names['cash0'] = await ensureOpenTill(database, branch, staff.teller, 0, '1000.00')
  names['cash1'] = await ensureOpenTill(database, branch, staff.teller2, 1, '1000.00')
  const opened = await accounts(database, branch)
  Object.assign(names, opened)
  Object.assign(names, await postedKeys(database, branch, names))
  Object.assign(names, await documents(database, branch, opened.pending))
  Object.assign(names, await deadSessions(database, branch))
  names['passwordHash'] = `$2a$12$${'x'.repeat(53)}`
  names['password'] = PASSWORD
  names['storedHash'] = PASSWORD_HASH
  names['database'] = database.name
  names['attempts'] = `attempts_${staff.admin.id.replaceAll('-', '')}`
  names['workstation2'] = database.workstation(2).user
  names['auditPartition'] = await currentAuditPartition(database)
  const tokens = {
    nobody: null,
    teller: staff.teller.token,
    auditor: staff.auditor.token,
    supervisor: staff.supervisor.token,
    admin: staff.admin.token,
    apiUser: staff.apiUser.token,
  }
  return { branch, tokens, names }
}

async function accounts(database: TestDatabase, branch: TestBranch) {
  const ana = await approvedCustomer(database, branch)
  const pending = await unapproved(database, branch)
  const opened = {
    savings: await openAccount(database, branch, ana, { balance: '500.00' }),
    current: await openAccount(database, branch, ana, {
      type: 'CURRENT',
      agreedLimit: '100.00',
      balance: '50.00',
    }),
    loan: await openAccount(database, branch, ana, { type: 'LOAN', agreedLimit: '1000.00' }),
    frozen: await openAccount(database, branch, ana, { balance: '300.00' }),
    closed: await openAccount(database, branch, ana),
    euros: await openAccount(database, branch, ana, { currency: 'EUR' }),
  }
  const teller = database.pool(branch.staff.teller.token)
  await teller.query(`UPDATE accounts SET status = 'SUSPENDED' WHERE id = $1`, [opened.frozen])
  await teller.query(`UPDATE accounts SET status = 'CLOSED' WHERE id = $1`, [opened.closed])
  const internal = await database.superuser.query<{ kind: string; id: string }>(
    'SELECT account_type AS kind, id FROM accounts WHERE customer_id IS NULL AND till_id IS NULL',
  )
  const kinds = internal.rows.map(({ kind, id }) => [camel(kind), id] as const)
  return { ana, pending, ...opened, ...Object.fromEntries(kinds) }
}

const camel = (kind: string) =>
  kind.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

async function unapproved(database: TestDatabase, branch: TestBranch) {
  const id = randomUUID()
  await database
    .pool(branch.staff.teller.token)
    .query(
      `INSERT INTO customers (id, first_name, last_name, date_of_birth, email) VALUES ($1, 'Per', 'Pending', '1980-01-01', $2)`,
      [id, 'per@example.test'],
    )
  return id
}

async function postedKeys(database: TestDatabase, branch: TestBranch, names: Record<string, string>) {
  const { cash0, cash1, savings } = names
  if (cash0 === undefined || cash1 === undefined || savings === undefined)
    throw new Error('The scene is incomplete')
  const ownKey = randomUUID()
  const strangersKey = randomUUID()
  const { teller, teller2 } = branch.staff
  const posted = await post(database.pool(teller.token), 'DEPOSIT', cash0, savings, '10.00', { key: ownKey })
  await post(database.pool(teller2.token), 'DEPOSIT', cash1, savings, '20.00', { key: strangersKey })
  return { ownKey, strangersKey, posted }
}

async function documents(database: TestDatabase, branch: TestBranch, customer: string) {
  const { teller, supervisor, supervisor2 } = branch.staff
  const upload = (by: Person, expiresAt: string | null = null) =>
    uploadDocument(database, by, customer, 'PASSPORT', expiresAt)
  const tellersDocument = await upload(teller)
  const supervisorsDocument = await upload(supervisor)
  const decidedDocument = await upload(teller)
  await approveDocument(database, supervisor2, decidedDocument)
  const expiredDocument = await upload(teller, '2999-01-01')
  // Time cannot be waited for; what lies behind the date is the same row.
  await database.superuser.query(`UPDATE kyc_documents SET expires_at = now()::date - 2 WHERE id = $1`, [
    expiredDocument,
  ])
  const { rows } = await database.superuser.query<{ tellersFile: string; tellersNumber: string }>(
    'SELECT file_id AS "tellersFile", document_number AS "tellersNumber" FROM kyc_documents WHERE id = $1',
    [tellersDocument],
  )
  return { tellersDocument, supervisorsDocument, decidedDocument, expiredDocument, ...only(rows) }
}

/** Tokens that once were good, or are good elsewhere. */
async function deadSessions(database: TestDatabase, branch: TestBranch) {
  const mark = (token: string, change: string) =>
    database.superuser.query(`UPDATE sessions SET ${change} WHERE token_hash = $1`, [
      createHash('sha256').update(token).digest(),
    ])
  const expired = await signedIn(database, 'teller2')
  await mark(expired.token, `expires_at = clock_timestamp() - interval '1 second'`)
  const ended = await signedIn(database, 'teller2')
  await database.pool(ended.token).query('SELECT sign_out()')
  const elsewhere = await signedIn(database, 'supervisor', 2)
  const suspended = await colleague(database, branch, 'sam')
  await database
    .pool(branch.staff.admin.token)
    .query(`SELECT set_user_status($1, 'SUSPENDED')`, [suspended.id])
  const temporary = await colleague(database, branch, 'tim')
  await database.superuser.query('UPDATE users SET must_change_password = true WHERE id = $1', [temporary.id])
  return {
    expiredToken: expired.token,
    endedToken: ended.token,
    elsewhereToken: elsewhere.token,
    suspendedToken: suspended.token,
    temporaryToken: temporary.token,
    guessedToken: randomBytes(32).toString('hex'),
    suspended: suspended.id,
  }
}

async function colleague(database: TestDatabase, branch: TestBranch, name: string): Promise<Person> {
  await database.superuser.query(
    `INSERT INTO users (username, full_name, email, password_hash, must_change_password, role, branch_id)
     SELECT $1::text, $1::text, $1::text || '@example.test', password_hash, false, 'SUPERVISOR', $2 FROM users WHERE username = 'admin'`,
    [name, branch.id],
  )
  return signedIn(database, name)
}

async function currentAuditPartition(database: TestDatabase): Promise<string> {
  const { rows } = await database.superuser.query<{ name: string }>(
    `SELECT DISTINCT tableoid::regclass::text AS name FROM audit_logs`,
  )
  return only(rows).name.replace('corex.', '')
}
