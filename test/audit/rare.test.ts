import { beforeAll, expect, test } from 'vitest'
import type { CallOutput } from '../../shared/contract.ts'
import { registerCustomer } from '../support/customers.ts'
import { rowsRead } from '../support/rows-read.ts'
import { addBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser } from '../support/users.ts'

// The log is long, and what an auditor looks for is rare. However long it is, a page and the list of filters read a bounded part of it.

const ROWS = 20_000
/** As migrations/code/common/look-at-most.sql has it. */
const LOOKED_AT = 3_000
const LITTLE = 400

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
type Page = CallOutput<'audit.list'>
const none = { userId: null, action: null, resourceType: null, resourceId: null, from: null, to: null }

const customerId = await registerCustomer(branch.pool('teller'), {})

beforeAll(async () => {
  await superuser.query(
    `INSERT INTO audit_logs (id, user_id, action, resource_type, details, hash, cause_type)
     SELECT uuidv7(), $1, CASE n WHEN 1 THEN 'KYC_REJECTED' ELSE 'POSTED' END, CASE n WHEN 1 THEN 'kyc_documents' ELSE 'transactions' END,
       '{}', '\\x00', 'INTENT'
     FROM generate_series(1, ${ROWS}) AS n`,
    [branch.staff.teller.id],
  )
  await superuser.query('ANALYZE audit_logs')
})

const readOf = (user: string | null, action: string | null, type: string | null) =>
  rowsRead(
    branch.pool('auditor'),
    'audit_logs',
    'SELECT * FROM read_audit($1, $2, $3, NULL, NULL, NULL, NULL, 50)',
    [user, action, type],
  )

test.each([
  ['KYC_REJECTED', null],
  ['NEVER', null],
  [null, 'kyc_documents'],
  [null, 'nothing'],
  ['NEVER', 'transactions'],
  ['POSTED', 'customers'],
])('what hardly ever happens is found without reading all the rest: %s, %s', async (action, type) => {
  expect(await readOf(null, action, type)).toBeLessThan(LITTLE)
  expect(await readOf(branch.staff.teller.id, action, type)).toBeLessThan(LITTLE)
  expect(await readOf(branch.staff.supervisor.id, action, type)).toBeLessThan(LITTLE)
})

test('the filters are listed without reading the log', async () => {
  expect(
    await rowsRead(branch.pool('auditor'), 'audit_logs', 'SELECT * FROM list_audit_filters()'),
  ).toBeLessThan(LITTLE)
  const { actions, resourceTypes } = await workplace.as('auditor').call('audit.listFilters', {})
  expect(actions).toContain('KYC_REJECTED')
  expect(resourceTypes).toContain('kyc_documents')
})

test('the names in a page are read once for the page, not once for each of its rows', async () => {
  await superuser.query(
    `INSERT INTO audit_logs (id, user_id, action, resource_type, details, hash, cause_type)
     SELECT uuidv7(), $1, 'POSTED', 'transactions', json_build_object('after', json_build_object('branch_id', $2::uuid)), '\\x00', 'INTENT'
     FROM generate_series(1, 50)`,
    [branch.staff.teller.id, branch.id],
  )
  expect(
    await rowsRead(
      branch.pool('auditor'),
      'branches',
      `SELECT * FROM read_audit(NULL, 'POSTED', NULL, NULL, NULL, NULL, NULL, 50)`,
    ),
  ).toBeLessThan(20)
  const { rows } = await workplace
    .as('auditor')
    .call('audit.list', { ...none, before: null, action: 'POSTED', limit: 50 })
  expect(rows.map(({ names }) => names[branch.id])).toEqual(Array(50).fill('Branch Nord'))
})

test('opening what was opened often reads the looks of the last minutes alone', async () => {
  await superuser.query(
    `INSERT INTO audit_logs (id, user_id, action, resource_type, resource_id, details, hash, cause_type)
     SELECT uuidv7('-1 hour'::interval), $1, 'VIEWED', 'customers', $2, '{}', '\\x00', 'INTENT' FROM generate_series(1, 2000)`,
    [branch.staff.supervisor.id, customerId],
  )
  const opened = rowsRead(branch.pool('teller'), 'audit_logs', 'SELECT * FROM read_customer($1)', [
    customerId,
  ])
  expect(await opened).toBeLessThan(LITTLE)
})

test('of a branch alone a page looks at a bounded number of rows, and the pages that follow find the rest', async () => {
  const south = await addBranch(branch, 'Branch South')
  const admin = await addUser(branch.database, south.id, { username: 'south.admin', role: 'ADMIN' })
  await superuser.query(
    `INSERT INTO audit_logs (id, user_id, action, resource_type, details, hash, cause_type)
     SELECT uuidv7('-1 hour'::interval), $1, 'SIGN_IN', 'users', '{}', '\\x00', 'SESSION'`,
    [admin.id],
  )
  workplace.become(admin)
  const found: string[] = []
  let pages = 0
  for (let before: string | null = null, more = true; more;) {
    const page: Page = await workplace.call('audit.list', { ...none, before, limit: 50 })
    found.push(...page.rows.map(({ id }) => id))
    pages++
    before = page.next
    more = before !== null
  }
  expect(pages).toBeGreaterThan(ROWS / LOOKED_AT)
  expect(new Set(found).size).toBe(found.length)
  expect(found.length).toBeGreaterThan(0)
})
