import { expect, test } from 'vitest'
import type { CallInput, CallOutput } from '../../shared/contract.ts'
import { todayIn } from '../../shared/rules/branch-time.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { registerCustomer } from '../support/customers.ts'
import { only } from '../support/queries.ts'
import { addBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser } from '../support/users.ts'
import { TIME_ZONE } from '../support/zone.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

type Filters = Partial<CallInput<'audit.list'>>
const none = { userId: null, action: null, resourceType: null, resourceId: null, from: null, to: null }
const list = async (filters: Filters) =>
  (await workplace.call('audit.list', { ...none, before: null, limit: 200, ...filters })).rows
const actors = async () => new Set((await list({})).map(({ username }) => username))

const customerId = await registerCustomer(branch.pool('teller'), { lastName: 'Sorenstam' })
const accountId = await openNewCustomersAccount(branch, { balance: '12.50' })

test('an administrator sees the log and its filters; days bound it', async () => {
  workplace.as('admin')
  const filters = await workplace.call('audit.listFilters', {})
  expect(filters.actions).toContain('POSTED')
  expect(filters.resourceTypes).toContain('customers')
  const today = todayIn(TIME_ZONE)
  const page = { ...none, before: null, from: today, to: today, limit: 2 }
  const first = await workplace.call('audit.list', page)
  const second = await workplace.call('audit.list', { ...page, before: first.next })
  expect(first.rows).toHaveLength(2)
  expect(second.rows[0]?.id.localeCompare(first.rows[1]?.id ?? '')).toBe(-1)
  expect(await list({ to: '2020-01-01' })).toEqual([])
})

test('a day of the filter begins and ends at the branch’s midnight, not at Greenwich’s', async () => {
  workplace.as('auditor')
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await database.superuser.query('UPDATE branches SET time_zone = $1', [zone])
    const today = todayIn(zone)
    const found = await list({ from: today, to: today })
    expect(found.length, zone).toBeGreaterThan(0)
    expect(new Set(found.map(({ at }) => todayIn(zone, new Date(at))))).toEqual(new Set([today]))
  }
})

test('an auditor reads names and account numbers in the place of keys, and the amount of a posting', async () => {
  workplace.as('auditor')
  const [registered] = await list({ resourceId: customerId })
  expect(registered?.record).toMatch(/Sorenstam$/)
  expect(registered?.names).toMatchObject({
    [branch.staff.teller.id]: 'teller Test',
    [branch.id]: 'Branch Nord',
  })
  const { rows } = await database.superuser.query<{ number: string }>(
    'SELECT account_number AS number FROM accounts WHERE id = $1',
    [accountId],
  )
  const posted = (await list({ action: 'POSTED' })).find(({ names }) => accountId in names)
  expect(posted).toMatchObject({ fullName: 'supervisor2 Test', after: { amount: 12.5, currency: 'USD' } })
  expect(posted?.names[accountId]).toBe(only(rows).number)
  expect(posted?.record).toMatch(/^T\d{6}-/)
})

test('of a posting that somebody has changed past everything, the log shows its hash and not what it says now', async () => {
  const posted = (await list({ action: 'POSTED' })).find(({ names }) => accountId in names)
  const change = (amount: string) =>
    database.superuser.query(
      `ALTER TABLE transactions DISABLE TRIGGER USER; UPDATE transactions SET amount = ${amount} WHERE id = '${posted?.resourceId}';
       ALTER TABLE transactions ENABLE TRIGGER USER`,
    )
  await change('12.49')
  const shown = (await list({ action: 'POSTED' })).find(({ id }) => id === posted?.id)
  await change('12.50')
  expect(posted).toMatchObject({ facts: null })
  expect(shown).toMatchObject({ after: null, facts: { hash: expect.stringMatching(/=$/) } })
})

test('what a person did and posted is found by the person in pages without gaps, rows of earlier releases too; a posting by itself', async () => {
  const { id: userId } = branch.staff.supervisor2
  await database.superuser.query(
    `INSERT INTO audit_logs (id, user_id, action, resource_type, resource_id, details, hash, cause_type)
     SELECT uuidv7('-1 hour'::interval), created_by, 'POSTED', 'transactions', id, json_build_object('hash', posted_hash(t)), '\\x00', 'INTENT'
     FROM transactions t WHERE created_by = $1`,
    [userId],
  )
  const paged = async (filters: Filters) => {
    const found: string[] = []
    for (let before: string | null = null, more = true; more;) {
      const page: CallOutput<'audit.list'> = await workplace
        .as('auditor')
        .call('audit.list', { ...none, ...filters, before, limit: 2 })
      found.push(...page.rows.map(({ id }) => id))
      before = page.next
      more = before !== null
    }
    return found
  }
  workplace.as('auditor')
  const own = (await list({})).filter((row) => row.userId === userId)
  const posted = own.filter(({ action }) => action === 'POSTED')
  expect(new Set(posted.map(({ resourceId }) => resourceId)).size).toBe(posted.length / 2)
  expect(own.length).toBeGreaterThan(posted.length)
  expect(await paged({ userId })).toEqual(own.map(({ id }) => id))
  expect(await paged({ userId, action: 'POSTED' })).toEqual(posted.map(({ id }) => id))
  const one = posted.filter(({ resourceId }) => resourceId === posted[0]?.resourceId)
  expect(one.map(({ after }) => after)).toEqual([one[0]?.after, one[0]?.after])
  expect(one[0]?.after).not.toBeNull()
  expect(await paged({ resourceId: posted[0]?.resourceId ?? '', userId })).toEqual(one.map(({ id }) => id))
  expect(await paged({ resourceId: posted[0]?.resourceId ?? '' })).toEqual(one.map(({ id }) => id))
})

test('an administrator sees that something happened to a customer, and nothing about the customer', async () => {
  workplace.as('admin')
  const all = await list({})
  const about = all.filter(({ resourceType }) =>
    ['customers', 'accounts', 'transactions', 'balances'].includes(resourceType),
  )
  expect(about.length).toBeGreaterThan(2)
  for (const row of about)
    expect(row).toMatchObject({
      redacted: true,
      before: null,
      after: null,
      facts: null,
      record: null,
      names: {},
    })
  expect(JSON.stringify(all)).not.toContain('Sorenstam')
  const people = all.filter(({ resourceType }) => resourceType === 'users')
  expect(people.some(({ redacted }) => redacted)).toBe(false)
})

test('an auditor sees who opened what on which day, and what was handed out although it was rolled back', async () => {
  const teller = branch.pool('teller')
  await teller.query('SELECT * FROM read_customer($1)', [customerId])
  const client = await teller.connect()
  await client.query('BEGIN')
  await client.query('SELECT * FROM read_customer($1)', [customerId])
  await client.query('ROLLBACK')
  client.release()
  workplace.as('auditor')
  const { days, readers } = await workplace.call('audit.listLooking', {})
  expect(days.find(({ userId }) => userId === branch.staff.teller.id)).toMatchObject({
    opened: 1,
    customers: 1,
  })
  const reader = readers.find(({ userId }) => userId === branch.staff.teller.id)
  expect(Number(reader?.rowsRead)).toBeGreaterThanOrEqual(2)
  expect(reader?.openings).toBe('1')
  await expect(workplace.as('admin').ask('audit.listLooking', {})).resolves.toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('nobody reads the table itself, and tellers and supervisors not the function either', async () => {
  for (const name of ['teller', 'supervisor', 'auditor', 'admin'] as const) {
    const read = branch.pool(name).query('SELECT id FROM audit_logs')
    await expect(read, name).rejects.toMatchObject({ code: '42501' })
  }
  for (const name of ['teller', 'supervisor'] as const)
    await expect(workplace.as(name).ask('audit.listFilters', {})).resolves.toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
})

test('an auditor reads every branch only where the bank says so, an administrator never', async () => {
  const south = await addBranch(branch, 'Branch South')
  const [admin, auditor] = [
    await addUser(database, south.id, { username: 'south.admin', role: 'ADMIN' }),
    await addUser(database, south.id, { username: 'south.auditor', role: 'AUDITOR' }),
  ]
  workplace.become(auditor)
  expect(await actors()).toContain('teller')
  workplace.become(admin)
  expect(await actors()).not.toContain('teller')
  await database.superuser.query(`UPDATE branch_crossings SET allowed = false WHERE action = 'AUDIT_READ'`)
  workplace.become(auditor)
  expect(await actors()).not.toContain('teller')
  expect((await workplace.call('audit.listFilters', {})).actions).not.toContain('POSTED')
})

test('a page of one branch has the rows that are of that branch, and no others', async () => {
  const south = await addBranch(branch, 'Branch West')
  const insertRow = (action: string, userId: string | null, details: object) =>
    database.superuser.query(
      `INSERT INTO audit_logs (id, user_id, action, resource_type, details, hash, cause_type)
       VALUES (uuidv7(), $1, $2, 'transactions', $3, '\\x00', 'INTENT')`,
      [userId, action, JSON.stringify(details)],
    )
  // A posting that is not there, with and without what earlier releases said of it, and a row of nobody.
  for (const userId of [null, south.teller.id, branch.staff.teller.id])
    for (const action of ['POSTED', 'CHANGED'])
      for (const details of [{}, { after: { branch_id: south.id } }, { before: { branch_id: branch.id } }])
        await insertRow(action, userId, details)
  const { rows } = await database.superuser.query<{ condition: string }>(
    'SELECT branch_condition() AS condition',
  )
  for (const id of [branch.id, south.id]) {
    const condition = only(rows).condition.replaceAll('($1)', 'who')
    const counted = await database.superuser.query<{ own: number; others: number; differ: number }>(
      `SELECT count(*) FILTER (WHERE says)::int AS own, count(*) FILTER (WHERE NOT says)::int AS others,
         count(*) FILTER (WHERE says IS DISTINCT FROM is_of_branch(a, $1))::int AS differ
       FROM audit_logs a CROSS JOIN (SELECT $1::uuid AS branch_id) AS who CROSS JOIN LATERAL (SELECT ${condition}) AS c (says)`,
      [id],
    )
    const { own, others, differ } = only(counted.rows)
    expect(differ).toBe(0)
    expect(Math.min(own, others)).toBeGreaterThan(3)
  }
})
