import { randomInt, randomUUID } from 'node:crypto'
import type * as NodeCrypto from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Pool } from 'pg'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { contract, type CallInput, type CallName } from '../../shared/contract.ts'
import { type Role, ROLES } from '../../shared/contract/define.ts'
import type * as Pools from '../../electron/db/pool.ts'
import { intentsFolder } from '../../electron/services/intents/keep-intent.ts'
import { openAccount } from '../support/accounts.ts'
import type { StaffName } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { createTestDatabase } from '../support/database.ts'
import { pngPicture } from '../support/png.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { newCode } from '../support/workstations.ts'
import { setTellerTill } from '../support/tills.ts'
import { PASSWORD } from '../support/users.ts'
import { createWorkplace } from '../support/workplace.ts'
import { type Path, sampleInput, textFields, type Values, withValue } from './input-fields.ts'
import { NASTY_STRINGS } from './nasty-strings.ts'

/**
 * Every text field of every call gets every nasty string, and every date its edges. What the contract refuses ends there; what it
 * admits, the database has to take or to refuse by name: never INTERNAL.
 */

// Hashes and keys that cost milliseconds: the strings are what is tried here, and there are thousands.
vi.mock('bcrypt', () => import('../support/cheap-bcrypt.ts'))
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof NodeCrypto>()
  const scrypt = (...[password, salt, length, , done]: Parameters<typeof crypto.scrypt>) =>
    crypto.scrypt(password, salt, length, { N: 16 }, done)
  return { ...crypto, scrypt }
})
// Every sign-in opens connections of nobody's, or of the session before, and ends them. Here they stay: to open them costs several times what is
// sent through them.
const kept = vi.hoisted(() => new Map<string, Pool>())
vi.mock('../../electron/db/pool.ts', async (original) => {
  const pools = await original<typeof Pools>()
  const createPool: typeof pools.createPool = (connection, token) => {
    if (!connection.user.startsWith('ws_')) return pools.createPool(connection, token)
    const whose = `${connection.user} ${token}`
    const pool = kept.get(whose) ?? pools.createPool(connection, token)
    kept.set(whose, pool)
    return new Proxy(pool, {
      get: (target, key) => {
        if (key === 'end') return async () => {}
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
  return { ...pools, createPool }
})
const endKept = async () => {
  await Promise.all([...kept.values()].map((pool) => pool.end()))
  kept.clear()
}

// Hundreds of calls a test, on machines of two cores.
vi.setConfig({ testTimeout: 300_000 })

const workplace = await workplaceForFile()
const { branch } = workplace
await cheapPasswordChecks()
const customer = await approvedCustomer(branch)
const savings = await openAccount(branch, customer, { balance: '100.00' })
const current = await openAccount(branch, customer, { type: 'CURRENT', agreedLimit: '500.00' })
await setTellerTill(branch, true)
const posted = await onePosting()
afterAll(endKept)

/** Thousands of people of one name or one birthday would be compared with each other. */
const someName = () => Array.from({ length: 9 }, () => String.fromCodePoint(randomInt(97, 123))).join('')

function someDay(): string {
  const [year, month, day] = [randomInt(1930, 1990), randomInt(1, 13), randomInt(1, 29)]
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** What each field holds that is not the one under attack. */
const VALUES: Values = {
  above: () => '0',
  accountId: () => savings,
  accountNumber: () => '4017000006',
  action: () => null,
  approvalId: () => randomUUID(),
  after: () => null,
  address: () => 'Storgatan 4',
  page: () => randomUUID(),
  lost: () => [],
  shown: () => ['4017000003'],
  agreedLimit: () => null,
  alertId: () => randomUUID(),
  amount: () => '0.01',
  before: () => null,
  branchName: () => 'Branch Syd',
  businessDate: () => '2026-11-27',
  certificateAuthority: () => null,
  city: () => 'Stockholm',
  code: () => '1000',
  'database.redeemCode code': newCode,
  'workstations.proposeCode code': newCode,
  codeId: () => randomUUID(),
  computer: () => 'NORD-04',
  server: () => '127.0.0.1:9',
  workstationId: () => randomUUID(),
  letters: () => '王',
  passbookId: () => randomUUID(),
  printId: () => randomUUID(),
  serialNumber: () => `SB-${randomUUID().slice(0, 8)}`,
  'printers.preview paper': () => ({ of: 'STATEMENT', accountId: savings, from: null, to: null }),
  previewId: () => randomUUID(),
  pageNumber: () => 1,
  lines: () => Array.from({ length: 8 }, () => '0000 0000'),
  content: () => new Uint8Array(pngPicture(8, 8)),
  corners: () => null,
  correctionId: () => randomUUID(),
  counted: () => '0',
  country: () => 'SE',
  currency: () => branch.currency,
  currentPassword: () => PASSWORD,
  customerId: () => customer,
  date: () => '2026-11-26',
  customerNumber: () => null,
  dateOfBirth: someDay,
  tolerance: () => '0',
  description: () => 'Paid in',
  direction: () => 'IN',
  documentId: () => randomUUID(),
  documentNumber: () => randomUUID(),
  email: () => `${randomUUID()}@example.test`,
  expiresAt: () => '2999-01-01',
  fileName: () => 'salaries.csv',
  list: () => 'OFAC SDN',
  folder: () => '/nowhere',
  keepDays: () => 30,
  system: () => '7000000000000000000',
  until: () => null,
  files: () => [{ fileName: 'sdn.csv', content: new TextEncoder().encode('1,"DOE, Jane","individual"') }],
  entries: () => 1,
  birthYear: () => 1980,
  find: () => 'ana',
  firstName: someName,
  firstDue: () => '2027-01-15',
  flat: () => '1',
  float: () => '0',
  further: () => [],
  from: () => '2026-01-01',
  fromAccountId: () => savings,
  fullName: () => 'New Person',
  dormantAfter: () => null,
  expiresOn: () => null,
  fee: () => '0.00',
  feeWaivedFrom: () => null,
  hash: () => '0'.repeat(64),
  holdId: () => randomUUID(),
  identifyAbove: () => '3000',
  identity: () => 'Passport X1',
  id: () => randomUUID(),
  issuingCountry: () => 'SE',
  key: () => randomUUID(),
  lastName: someName,
  least: () => null,
  most: () => null,
  maximum: () => '2',
  method: () => 'ANNUITY',
  minimum: () => '1',
  minimumBalance: () => '0',
  monthlyFee: () => '0',
  name: () => randomUUID(),
  newPassword: () => 'another long password',
  nationality: () => 'SE',
  number: () => randomUUID(),
  occupation: () => 'Baker',
  onBehalfOf: () => null,
  overdraftRate: () => '0',
  partyId: () => randomUUID(),
  registrationNumber: () => null,
  guardianId: () => null,
  signedBy: () => [],
  share: () => null,
  replaces: () => null,
  password: () => PASSWORD,
  person: () => null,
  passwordHalf: () => 'abcd-efgh',
  percent: () => '1',
  perAccountDay: () => '2000',
  perPersonDay: () => '5000',
  perPosting: () => '1000',
  phone: () => '+46701740605',
  postcode: () => '111 29',
  productId: () => randomUUID(),
  quarters: () => 1,
  rate: () => '1.5',
  reason: () => 'A reason',
  reasonCode: () => 'WRONG_AMOUNT',
  'documents.reject reasonCode': () => 'UNREADABLE',
  countries: () => null,
  nextDue: () => '2999-01-01',
  issuedOn: () => null,
  requestId: () => randomUUID(),
  reference: () => 'T261126-000001',
  fingerprint: () => null,
  scannerId: () => randomUUID(),
  printerId: () => randomUUID(),
  branchId: () => branch.id,
  way: () => ({ by: 'ESCPOS', address: 'printer-3', roll: '80' }),
  source: () => 'FEEDER',
  colour: () => 'GREY',
  reportAbove: () => '10000',
  resourceId: () => customer,
  resourceType: () => null,
  sessionId: () => randomUUID(),
  sealId: () => randomUUID(),
  period: () => '2020-01-01',
  since: () => null,
  work: () => randomUUID(),
  shownHash: () => '0'.repeat(64),
  temporaryPassword: () => PASSWORD,
  text: () => 'ana',
  ticket: () => randomUUID(),
  tillId: () => branch.tills[0],
  tillSessionId: () => null,
  tin: () => null,
  timeZone: () => 'Europe/Stockholm',
  to: () => '2026-12-31',
  total: () => '1.00',
  toAccountId: () => current,
  transactionId: () => posted,
  validUntil: () => null,
  version: () => '0'.repeat(64),
  validFrom: () => '2027-06-01',
  weekend: () => [6, 7],
  updatedAt: () => new Date().toISOString(),
  url: () => 'postgresql://nobody@localhost:1/none',
  'users.propose person': () => ({
    username: `u${randomUUID().slice(0, 8)}`,
    fullName: 'New Person',
    email: `${randomUUID()}@example.test`,
  }),
  userId: () => branch.staff.teller2.id,
  withdrawalId: () => randomUUID(),
  words: () => 'Said by the customer',
  'approvals.decideBeside username': () => branch.staff.supervisor.username,
  username: () => `u${randomUUID().slice(0, 8)}`,
}

/** Years that PostgreSQL has and the calendar has not, and the other way round. */
const DATE_EDGES = ['0000-01-01', '0000-02-29', '0001-01-01', '1582-10-10', '1899-12-31', '2024-02-29', '2999-12-31', '9999-12-31'] // prettier-ignore
const MOMENT_EDGES = DATE_EDGES.flatMap((date) => [`${date}T00:00:00Z`, `${date}T23:59:59.999999+14:00`, `${date}T00:00:00-12:00`]) // prettier-ignore

const EDGES: Readonly<Record<string, readonly string[]>> = { date: DATE_EDGES, 'date-time': MOMENT_EDGES }

const WHO: Readonly<Record<Role, StaffName>> = {
  TELLER: 'teller',
  SUPERVISOR: 'supervisor',
  AUDITOR: 'auditor',
  ADMIN: 'admin',
  API_USER: 'apiUser',
}

/** Makes somebody sit at the workplace who may make this call. */
function seat(name: CallName): void {
  const { roles } = contract[name]
  const role =
    typeof roles === 'string' ? null : ROLES.find((one) => roles.some((allowed) => allowed === one))
  if (role === null) workplace.as('teller2')
  else workplace.as(WHO[role ?? 'TELLER'])
  if (name === 'sessions.unlock') workplace.state.locked = true
}

/** The strings that the contract admits in this place: only these reach the database, one of each that it makes the same of. */
function admitted(name: CallName, path: Path, candidates: readonly string[]): readonly string[] {
  const sample = sampleInput(name, VALUES)
  const texts = new Map<string, string>()
  for (const text of candidates) {
    const { success, data } = contract[name].input.safeParse(withValue(sample, path, text))
    if (success) texts.set(JSON.stringify(data, withBigints), text)
  }
  return [...texts.values()]
}

const withBigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)

type Sent = readonly { readonly path: Path; readonly text: string }[]
/** What came of a call with these strings in these places: it was done, by which name it was refused, or what went wrong. */
type Outcome = 'done' | { readonly refused: string } | { readonly fault: string }
const nameOf = (outcome: Outcome) =>
  outcome === 'done' ? outcome : 'refused' in outcome ? outcome.refused : null

const WRONG_PASSWORD: ReadonlySet<string> = new Set(['SIGN_IN_REFUSED', 'PASSWORD_WRONG', 'CODE_REFUSED'])

let wrongPasswords = 0

/** Each attempt counts those before it, of which there are thousands otherwise. */
async function forgetAttempts(): Promise<void> {
  wrongPasswords += 1
  if (wrongPasswords % 30 === 0) await branch.database.superuser.query('TRUNCATE sign_in_attempts')
}

async function attack(name: CallName, sent: Sent): Promise<Outcome> {
  seat(name)
  const input = withAll(name, sent) as CallInput<CallName>
  const answer = await workplace.ask(name, input)
  if (answer.ok) return 'done'
  if (WRONG_PASSWORD.has(answer.error.code)) await forgetAttempts()
  return answer.error.code === 'INTERNAL'
    ? { fault: workplace.logged.at(-1)?.slice(0, 200) ?? '' }
    : { refused: answer.error.code }
}

const withAll = (name: CallName, sent: Sent) =>
  sent.reduce<unknown>((input, { path, text }) => withValue(input, path, text), sampleInput(name, VALUES))

/**
 * Tries every string in its place, and answers what went wrong. A string goes alone, or with one each of the other fields whose last string left
 * the answer as it is without any: where it is as that with all of them, it would have been with each. Where it is not, each goes alone.
 */
async function faultsOf(
  fields: readonly { readonly path: Path; readonly texts: readonly string[] }[],
  send: (sent: Sent) => Promise<Outcome>,
): Promise<readonly string[]> {
  const faults: string[] = []
  const taking = new Set<Path>()
  const plain = nameOf(await send([]))
  const isPlain = (outcome: Outcome) => plain !== null && nameOf(outcome) === plain
  const sendAlone = async (one: Sent[number]) => {
    const outcome = await send([one])
    if (isPlain(outcome)) taking.add(one.path)
    else taking.delete(one.path)
    if (typeof outcome === 'object' && 'fault' in outcome)
      faults.push(`${one.path.join('.')} = ${JSON.stringify(one.text.slice(0, 60))}: ${outcome.fault}`)
  }
  for (let round = 0; fields.some(({ texts }) => texts.length > round); round += 1) {
    const sent = fields.flatMap(({ path, texts }) =>
      texts.slice(round, round + 1).map((text) => ({ path, text })),
    )
    const together = sent.filter(({ path }) => taking.has(path))
    const isAsPlain = together.length > 1 && isPlain(await send(together))
    for (const one of isAsPlain ? sent.filter(({ path }) => !taking.has(path)) : sent) await sendAlone(one)
  }
  return faults
}

const calls = (Object.keys(contract) as CallName[]).filter(
  // Setting a branch up is refused where there is one: it is tried below, on a database without.
  (name) => textFields(name).length > 0 && name !== 'branches.setUp',
)

/** Who stands at the counter is the same part of four calls, and tried in one. */
const isOwn = (name: CallName, [head]: Path) => head !== 'presenter' || name === 'postings.postDeposit'

describe('no text that the window may send is answered by INTERNAL', () => {
  test.each(calls)('%s', async (name) => {
    // Notes of what other calls sent, thousands by now, would be settled at each call.
    await rm(intentsFolder(workplace.state), { recursive: true, force: true })
    const fields = textFields(name).filter((field) => isOwn(name, field.path))
    const faults = await faultsOf(
      fields.map(({ path, format }) => ({
        path,
        texts: admitted(name, path, [...NASTY_STRINGS, ...(EDGES[format ?? ''] ?? [])]),
      })),
      (sent) => attack(name, sent),
    )
    expect(faults).toEqual([])
  })
})

/** Alerts about the customer of every sample, with marks in all of their fields that could be told. */
async function plantAlerts(): Promise<readonly string[]> {
  const marks = ['7654321.09', 'planted words', 'planted report', 'cash_alerts', 'ALERT_RAISED']
  const { rows } = await branch.database.superuser.query<{ id: string }>(
    `INSERT INTO cash_alerts (kind, person_id, currency, is_in, first_date, last_date, threshold, status, reason, report, decided_by,
        decided_at)
      SELECT 'REPORT', $1, 'USD', is_in, '2026-11-26', '2026-11-26', $2, CASE WHEN is_in THEN 'OPEN' ELSE 'REPORTED' END, $3,
        CASE WHEN NOT is_in THEN jsonb_build_object('note', $4::text) END, CASE WHEN NOT is_in THEN $5::uuid END,
        CASE WHEN NOT is_in THEN now() END
      FROM unnest('{t,f}'::boolean[]) AS is_in RETURNING id`,
    [customer, ...marks.slice(0, 3), branch.staff.auditor.id],
  )
  return [...marks, ...rows.map(({ id }) => id)]
}

/** Those of the database would leave this one for another, and know nothing of what is in it. */
const isTellers = (name: CallName) => {
  if (name.startsWith('database.')) return false
  const { roles } = contract[name]
  return typeof roles === 'string' || roles.some((role) => role === 'TELLER')
}

test('no call of a teller answers an alert, or that there is one', async () => {
  const marks = await plantAlerts()
  const told: string[] = []
  for (const name of (Object.keys(contract) as CallName[]).filter(isTellers)) {
    workplace.as('teller')
    workplace.state.locked = false
    const answer = await workplace.ask(name, sampleInput(name, VALUES) as CallInput<CallName>)
    const text = JSON.stringify(answer)
    told.push(...marks.filter((mark) => text.includes(mark)).map((mark) => `${name}: ${mark}`))
  }
  expect(told).toEqual([])
  workplace.as('auditor')
  const { alerts } = await workplace.call('watch.listAlerts', { open: true })
  expect(JSON.stringify(alerts)).toContain('7654321.09')
})

test('branches.setUp, while there is no branch yet', async () => {
  const database = await createTestDatabase()
  const empty = createWorkplace({ ...branch, database })
  await database.superuser.query('DROP FUNCTION refuse_change() CASCADE')
  const tables = 'accounts balances tills business_days user_keys users branches audit_logs'.split(' ')
  const emptyAgain = ['SET session_replication_role = replica', ...tables.map((table) => `DELETE FROM ${table}`), 'SET session_replication_role = origin'].join(';') // prettier-ignore
  const setUpWith = async (sent: Sent): Promise<Outcome> => {
    const answer = await empty.ask(
      'branches.setUp',
      withAll('branches.setUp', sent) as CallInput<'branches.setUp'>,
    )
    if (!answer.ok)
      return answer.error.code === 'INTERNAL' ? { fault: 'INTERNAL' } : { refused: answer.error.code }
    await database.superuser.query(emptyAgain)
    return 'done'
  }
  expect(await setUpWith([]), 'the sample itself is accepted').toBe('done')
  const fields = textFields('branches.setUp').map(({ path }) => ({
    path,
    texts: admitted('branches.setUp', path, NASTY_STRINGS),
  }))
  const faults = await faultsOf(fields, setUpWith)
  expect(faults).toEqual([])
  await empty.close()
  await endKept()
  await database.drop()
})

test('the nasty strings are five hundred at least, and hold what PostgreSQL refuses', () => {
  expect(NASTY_STRINGS.length).toBeGreaterThanOrEqual(500)
  expect(NASTY_STRINGS).toEqual(
    expect.arrayContaining(['\u0000', '\ud800', 'infinity', 'Etc/Unknown', 'NaN']),
  )
})

/** Not only where it is known as cheap: strangers sign in here too, thousands of times. */
async function cheapPasswordChecks(): Promise<void> {
  await branch.database.superuser.query(`
    CREATE OR REPLACE FUNCTION ext.crypt(text, text) RETURNS text LANGUAGE sql SET search_path = pg_catalog, ext AS $$
      SELECT CASE WHEN $1 = '${PASSWORD}' THEN $2
        ELSE replace(crypt_at_full_cost($1, replace($2, '$12$', '$04$')), '$04$', '$12$') END $$`)
}

async function onePosting(): Promise<string> {
  const { id } = await workplace.as('teller').call('postings.postDeposit', {
    key: randomUUID(),
    accountId: savings,
    amount: '5.00',
    currency: branch.currency,
    description: null,
  })
  return id
}
