import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { clientConfig } from '../../electron/db/connection.ts'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer, changeContactSql, registerCustomer } from '../support/customers.ts'
import {
  approveDocument,
  approveDocumentSql,
  digestOf,
  lookAt,
  uploadDocument,
} from '../support/documents.ts'
import { closeTill, post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { PASSWORD, PASSWORD_HASH, signInByPassword, type TestUser } from '../support/users.ts'

const branch = await branchForFile()
const { database } = branch

type Row = {
  action: string
  resource_type: string
  resource_id: string | null
  user_id: string | null
  details: object
}

/** The audit rows that a piece of work writes, in the order of their keys. */
async function recorded(work: () => Promise<unknown>): Promise<Row[]> {
  const { rows: before } = await database.superuser.query<{ id: string }>('SELECT id FROM audit_logs')
  await work()
  const { rows } = await database.superuser.query<Row>(
    `SELECT l.action, l.resource_type, coalesce(l.resource_id, l.id) AS resource_id, coalesce(l.user_id, t.created_by) AS user_id, l.details
     FROM audit_logs l LEFT JOIN transactions t ON t.id = l.id WHERE l.id <> ALL ($1) ORDER BY l.id`,
    [before.map(({ id }) => id)],
  )
  return rows
}

const traces = (rows: readonly Row[], by: TestUser) => {
  expect(new Set(rows.map(({ user_id }) => user_id))).toEqual(new Set([by.id]))
  return rows.map(({ resource_type, action }) => `${resource_type} ${action}`)
}
/** Without what a second person did beside it. */
const by = ({ id }: TestUser, rows: readonly Row[]) => rows.filter(({ user_id }) => user_id === id)
const as = (user: TestUser, text: string, values: unknown[] = []) =>
  database.pool(user.token).query(text, values)

test('what happens to a customer is recorded with who did it, before and after', async () => {
  const { teller, supervisor } = branch.staff
  let id = ''
  const registered = await recorded(
    async () => (id = await registerCustomer(branch.pool('teller'), { lastName: 'Io' })),
  )
  expect(traces(registered, teller)).toEqual(['customers CREATED'])
  expect(only(registered)).toMatchObject({
    resource_id: id,
    details: { after: { kyc_status: 'PENDING', created_by: teller.id } },
  })

  const opened = await recorded(() => as(teller, 'SELECT read_customer($1), read_customer($1)', [id]))
  expect(traces(opened, teller)).toEqual(['customers VIEWED'])
  expect(only(opened)).toMatchObject({ resource_id: id, details: { workstation: expect.any(String) } })

  const { rows: read } = await database.superuser.query<{ at: string }>(
    'SELECT updated_at::text AS at FROM customers WHERE id = $1',
    [id],
  )
  const move = changeContactSql({ city: 'Lund' }, '$1', '$2')
  const moved = await recorded(() => as(teller, move, [id, only(read).at]))
  expect(traces(moved, teller)).toEqual(['customers CHANGED'])
  expect(only(moved).details).toMatchObject({ after: { city: 'Lund' }, before: { last_name: 'Io' } })

  const uploads: string[] = []
  const uploaded = await recorded(async () => {
    uploads.push(await uploadDocument(database, teller, id, 'PASSPORT'))
    uploads.push(await uploadDocument(database, teller, id, 'UTILITY_BILL'))
  })
  const upload = ['kyc_files CREATED', 'kyc_documents CREATED']
  expect(traces(uploaded, teller)).toEqual([...upload, ...upload])

  const approved = await recorded(async () => {
    for (const document of uploads) await approveDocument(database, supervisor, document)
  })
  expect(traces(approved, supervisor).sort()).toEqual([
    'customers KYC_APPROVED',
    'kyc_documents STATUS_APPROVED',
    'kyc_documents STATUS_APPROVED',
    'kyc_documents VIEWED',
    'kyc_documents VIEWED',
  ])
})

test('what happens to an account, a till and money is recorded', async () => {
  const { supervisor, teller } = branch.staff
  const customer = await approvedCustomer(branch)
  // The first account of its kind brings the product of that kind with it.
  await openAccount(branch, await approvedCustomer(branch))
  let account = ''
  const opened = await recorded(async () => (account = await openAccount(branch, customer)))
  expect(traces(opened, supervisor)).toEqual(['accounts CREATED'])

  let cash = ''
  const till = await recorded(async () => (cash = await ensureOpenTill(branch, teller, 0, '10.00')))
  expect(traces(by(teller, till), teller).sort()).toEqual([
    'approvals COUNTED',
    'approvals PROPOSED',
    'till_sessions CHANGED',
    'till_sessions TILL_OPENED',
    'transactions POSTED',
  ])

  const key = randomUUID()
  const deposit = () => post(branch.pool('teller'), 'DEPOSIT', cash, account, '5.00', { key })
  const posted = await recorded(deposit)
  expect(traces(posted, teller)).toEqual(['transactions POSTED'])
  const { details, resource_id: id } = only(posted)
  const hashed = await database.superuser.query(
    `SELECT a.hash = posting_audit_hash(a.created_at, a.xid, t) AS fits FROM audit_logs a JOIN transactions t USING (id) WHERE a.id = $1`,
    [id],
  )
  expect(details).toEqual({})
  expect(hashed.rows).toEqual([{ fits: true }])
  expect(await recorded(deposit)).toEqual([])

  const frozen = await recorded(() => as(teller, `SELECT freeze_account($1, 'Lost card')`, [account]))
  expect(traces(frozen, teller)).toEqual(['accounts STATUS_SUSPENDED'])
  const closed = await recorded(() => closeTill(branch.pool('teller'), '14'))
  // The difference is the system's, whoever counted.
  const ofSystem = closed.filter(({ user_id }) => user_id === null)
  expect(ofSystem.map(({ action }) => action)).toEqual(['POSTED'])
  expect(traces(by(teller, closed), teller).sort()).toEqual([
    'approvals COUNTED',
    'approvals PROPOSED',
    'approvals PROPOSED',
    'till_sessions CHANGED',
    'till_sessions CHANGED',
    'transactions POSTED',
  ])
})

test('what happens to users and sign-ins is recorded', async () => {
  const { admin, auditor } = branch.staff
  const id = randomUUID()
  const key = Buffer.concat([Buffer.of(1), randomBytes(59)]) // the first byte is the version
  const created = await recorded(() =>
    as(admin, `SELECT create_user($1, 'nina', 'Nina New', 'nina@example.test', 'TELLER', $2, $3)`, [
      id,
      PASSWORD_HASH,
      key,
    ]),
  )
  expect(traces(created, admin)).toEqual(['users CREATED'])
  const administered = await recorded(async () => {
    await as(admin, `SELECT set_user_status($1, 'SUSPENDED')`, [id])
    await as(admin, 'SELECT reset_password($1, $2, $3)', [id, PASSWORD_HASH, key])
  })
  expect(traces(administered, admin)).toEqual([
    'users STATUS_SUSPENDED',
    'users CHANGED',
    'users PASSWORD_RESET',
  ])

  const signedIn = await recorded(() => signInByPassword(database.pool(), 'auditor', PASSWORD))
  expect(traces(signedIn, auditor)).toEqual(['users SIGN_IN'])
  expect(only(signedIn).details).toEqual({ workstation: database.workstation(1).user, rowsRead: 0 })
  const unknown = await recorded(() => signInByPassword(database.pool(), 'stranger', 'a guess'))
  expect(unknown).toMatchObject([
    { action: 'SIGN_IN_FAILED', user_id: null, details: { username: 'stranger' } },
  ])
})

test('no secret is in any row', async () => {
  const { rows } = await database.superuser.query<{ secret: string }>(
    `SELECT a.details::text AS secret FROM audit_logs a, users u JOIN user_keys k ON k.user_id = u.id
     WHERE a.details::text LIKE '%$2a$%' OR a.details::text LIKE '%' || encode(k.wrapped_key, 'hex') || '%'
       OR a.details::text ~ '"(password_hash|token_hash|wrapped_key|payload_hash|content)"'
       OR a.details::text LIKE '%' || $1 || '%' OR a.details::text LIKE '%a guess%'`,
    [PASSWORD],
  )
  expect(rows).toEqual([])
})

test('what is recorded, and its hash, do not depend on the settings of the client', async () => {
  const { teller, supervisor } = branch.staff
  const customer = await approvedCustomer(branch)
  const document = await uploadDocument(database, teller, customer, 'NATIONAL_ID')
  const odd = {
    timezone: 'Asia/Kathmandu',
    datestyle: 'SQL,DMY',
    bytea_output: 'escape',
    intervalstyle: 'sql_standard',
    extra_float_digits: '-5',
    standard_conforming_strings: 'off',
  }
  const options = Object.entries(odd).map(([name, value]) => `-c ${name}=${value}`)
  const client = new Client({
    ...clientConfig(database.workstation(1)),
    options: [...options, '-c search_path=corex', `-c corex.session=${supervisor.token}`].join(' '),
  })
  await client.connect()
  await lookAt(database, supervisor, document)
  const digest = await digestOf(database, document)
  const [row] = await recorded(() => client.query(approveDocumentSql('$1', '$2'), [document, digest]))
  await client.end()
  const text = JSON.stringify(row?.details)
  expect(text).toMatch(/"decided_digest":"\\\\x[0-9a-f]{64}"/)
  expect(text).toMatch(/"decided_at":"\d{4}-\d\d-\d\dT[\d:.]+\+00:00"/)
  const cash = await ensureOpenTill(branch, supervisor, 1, '10.00')
  const account = await openAccount(branch, customer)
  const poster = new Client({
    ...clientConfig(database.workstation(1)),
    options: [...options, '-c search_path=corex', `-c corex.session=${supervisor.token}`].join(' '),
  })
  await poster.connect()
  await post(poster, 'DEPOSIT', cash, account, '5.00')
  await poster.end()
  const recomputed = await database.superuser.query(
    `SELECT a.id FROM audit_logs a WHERE a.hash IS DISTINCT FROM audit_hash(a)`,
  )
  expect(recomputed.rows).toEqual([])
})

test('a row whose hash is right was changed in nothing: the hash covers every column', async () => {
  const { rows: columns } = await database.superuser.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = 'audit_logs'::regclass AND attnum > 0 ORDER BY attnum`,
  )
  const other: Readonly<Record<string, string>> = {
    uuid: 'gen_random_uuid()',
    json: `'{"a":2}'::json`,
    actor_kind: `CASE a.actor WHEN 'JOB' THEN 'PERSON' ELSE 'JOB' END::actor_kind`,
    xid8: `'999'::xid8`,
    'timestamp with time zone': "a.created_at + interval '1 microsecond'",
  }
  expect(columns.length).toBeGreaterThan(7)
  for (const { name, type } of columns.filter((column) => column.name !== 'hash')) {
    const changed = columns.map((column) =>
      column.name === name ? (other[type] ?? `'ANOTHER'`) : `a.${column.name}`,
    )
    const { rows } = await database.superuser.query(
      `SELECT count(*)::int AS kept FROM (SELECT * FROM audit_logs WHERE hash IS NOT NULL LIMIT 20) AS a
       WHERE audit_hash(ROW(${changed.join(', ')})::audit_logs) = a.hash`,
    )
    expect(rows, name).toEqual([{ kept: 0 }])
  }
})

test.each(['UPDATE audit_logs SET action = action', 'DELETE FROM audit_logs', 'TRUNCATE audit_logs'])(
  'the owner, and a superuser as a replica, are refused: %s',
  async (statement) => {
    const client = await database.superuser.connect()
    try {
      await client.query('BEGIN')
      await client.query('SET LOCAL session_replication_role = replica')
      await expect(client.query(statement)).rejects.toMatchObject({ constraint: 'APPEND_ONLY' })
      await client.query('ROLLBACK')
    } finally {
      client.release()
    }
  },
)
