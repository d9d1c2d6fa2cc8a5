import { randomBytes, randomUUID } from 'node:crypto'
import { changeAccount, openAccount } from '../support/accounts.ts'
import { createBranch, type TestBranch } from '../support/branch.ts'
import { approvedCustomer, registerCustomer } from '../support/customers.ts'
import type { TestDatabase } from '../support/database.ts'
import { approveDocument, digestOf, lookAt, uploadDocument } from '../support/documents.ts'
import { moveToOtherBranch } from '../support/other-branch.ts'
import { post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { addUser, hashOf, PASSWORD, PASSWORD_HASH, signedIn, type TestUser } from '../support/users.ts'
import type { Actor } from './attack.ts'

/** A branch on a working day, with data to attack. Ids are by the names that the attacks use. */
export type AttackedBranch = {
  readonly branch: TestBranch
  readonly tokens: Readonly<Record<Actor, string | null>>
  readonly names: Readonly<Record<string, string>>
}

export async function createAttackedBranch(database: TestDatabase): Promise<AttackedBranch> {
  const branch = await createBranch(database)
  const { staff } = branch
  const names: Record<string, string> = { branch: branch.id, workstation: database.workstation(1).user }
  for (const [name, person] of Object.entries(staff)) names[name] = person.id
  for (const [n, till] of branch.tills.entries()) names[`till${n}`] = till
  names['cash0'] = await ensureOpenTill(branch, staff.teller, 0, '1000.00')
  names['cash1'] = await ensureOpenTill(branch, staff.teller2, 1, '1000.00')
  const opened = await accounts(branch)
  Object.assign(names, opened)
  Object.assign(names, await postedKeys(branch, names))
  Object.assign(names, await documents(branch, opened.pending))
  Object.assign(names, await unusableSessions(branch))
  names['passwordHash'] = `$2a$12$${'x'.repeat(53)}`
  names['password'] = PASSWORD
  names['storedHash'] = PASSWORD_HASH
  names['database'] = database.name
  names['reads'] = `reads_${staff.admin.id.replaceAll('-', '')}`
  names['workstation2'] = database.workstation(2).user
  names['anaSince'] = await updatedAt(database, opened.ana)
  names['pendingSince'] = await updatedAt(database, opened.pending)
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

/** When a customer was changed last, to the microsecond, as a change of contact details has to repeat it. */
async function updatedAt(database: TestDatabase, customer: string): Promise<string> {
  const { rows } = await database.superuser.query<{ at: string }>(
    'SELECT updated_at::text AS at FROM customers WHERE id = $1',
    [customer],
  )
  return only(rows).at
}

async function accounts(branch: TestBranch) {
  const ana = await approvedCustomer(branch)
  const pending = await registerCustomer(branch.pool('teller'), { email: 'per@example.test' })
  const opened = {
    savings: await openAccount(branch, ana, { balance: '500.00' }),
    current: await openAccount(branch, ana, {
      type: 'CURRENT',
      agreedLimit: '100.00',
      balance: '50.00',
    }),
    loan: await openAccount(branch, ana, { type: 'LOAN', agreedLimit: '1000.00' }),
    frozen: await openAccount(branch, ana, { balance: '300.00' }),
    closed: await openAccount(branch, ana),
    euros: await openAccount(branch, ana, { currency: 'EUR' }),
  }
  const teller = branch.pool('teller')
  await changeAccount(teller, 'freeze', opened.frozen)
  await changeAccount(teller, 'close', opened.closed)
  const internal = await branch.database.superuser.query<{ kind: string; id: string }>(
    'SELECT account_type AS kind, id FROM accounts WHERE customer_id IS NULL AND till_id IS NULL',
  )
  const kinds = internal.rows.map(({ kind, id }) => [camel(kind), id] as const)
  return { ana, pending, ...opened, ...Object.fromEntries(kinds) }
}

const camel = (kind: string) =>
  kind.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

async function postedKeys(branch: TestBranch, names: Record<string, string>) {
  const { cash0, cash1, savings } = names
  if (cash0 === undefined || cash1 === undefined || savings === undefined)
    throw new Error('The branch is incomplete')
  const ownKey = randomUUID()
  const othersKey = randomUUID()
  const posted = await post(branch.pool('teller'), 'DEPOSIT', cash0, savings, '10.00', { key: ownKey })
  await post(branch.pool('teller2'), 'DEPOSIT', cash1, savings, '20.00', { key: othersKey })
  return { ownKey, othersKey, posted }
}

async function documents(branch: TestBranch, customer: string) {
  const { database } = branch
  const { teller, supervisor, supervisor2 } = branch.staff
  const upload = (by: TestUser, expiresAt: string | null = null, holder = customer) =>
    uploadDocument(database, by, holder, 'PASSPORT', expiresAt)
  const tellersDocument = await upload(teller)
  const supervisorsDocument = await upload(supervisor)
  const decidedDocument = await upload(teller)
  await approveDocument(database, supervisor2, decidedDocument)
  const expiredDocument = await upload(teller, '2999-01-01')
  // No test waits for a date to pass; the row is the same as if it had.
  await database.superuser.query(`UPDATE kyc_documents SET expires_at = now()::date - 2 WHERE id = $1`, [
    expiredDocument,
  ])
  const seenDocument = await upload(teller)
  const supervisorsTicket = await lookAt(database, supervisor, seenDocument)
  const elsewhereDocument = await upload(teller, null, await customerOfAnotherBranch(branch))
  const uploaded = {
    tellersDocument,
    supervisorsDocument,
    decidedDocument,
    expiredDocument,
    seenDocument,
    elsewhereDocument,
  }
  const digests: Record<string, string> = {}
  for (const [name, id] of Object.entries(uploaded))
    digests[`${name}Digest`] = (await digestOf(database, id)).toString('hex')
  const { rows } = await database.superuser.query<{ tellersNumber: string }>(
    'SELECT document_number AS "tellersNumber" FROM kyc_documents WHERE id = $1',
    [tellersDocument],
  )
  return { ...uploaded, ...digests, supervisorsTicket, ...only(rows) }
}

async function customerOfAnotherBranch(branch: TestBranch): Promise<string> {
  const customer = await registerCustomer(branch.pool('teller'))
  await moveToOtherBranch(branch.database, customer)
  return customer
}

/** Tokens that are no longer valid, or only at another workstation. */
async function unusableSessions(branch: TestBranch) {
  const { database } = branch
  const mark = (token: string, change: string) =>
    database.superuser.query(`UPDATE sessions SET ${change} WHERE token_hash = $1`, [hashOf(token)])
  const expired = await signedIn(database, 'teller2')
  await mark(expired.token, `expires_at = clock_timestamp() - interval '1 second'`)
  const ended = await signedIn(database, 'teller2')
  await database.pool(ended.token).query('SELECT sign_out()')
  const elsewhere = await signedIn(database, 'supervisor', 2)
  const suspended = await addUser(database, branch.id, { username: 'sam', role: 'SUPERVISOR' })
  await branch.pool('admin').query(`SELECT set_user_status($1, 'SUSPENDED')`, [suspended.id])
  const temporary = await addUser(database, branch.id, { username: 'tim', role: 'SUPERVISOR' })
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

async function currentAuditPartition(database: TestDatabase): Promise<string> {
  const { rows } = await database.superuser.query<{ name: string }>(
    `SELECT DISTINCT tableoid::regclass::text AS name FROM audit_logs`,
  )
  return only(rows).name.replace('corex.', '')
}
