import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { registerCustomer } from '../support/customers.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { only } from '../support/queries.ts'
import { openSanctions, takeList } from '../support/screening.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { as, branch } = workplace
const { superuser } = branch.database
const LIST = { name: 'Igor Malinov', years: '1960', reference: 'A-1' }

/** Somebody of the listed name, registered by the teller. */
const register = (lastName = 'Malinov') =>
  registerCustomer(branch.pool('teller'), { firstName: 'Igor', lastName, dateOfBirth: '1960-02-03' })

const casesOf = async (customer: string) =>
  (
    await superuser.query<{ id: string; status: string; reference: string }>(
      'SELECT id, status, reference FROM screening_cases WHERE customer_id = $1 ORDER BY id',
      [customer],
    )
  ).rows

const clear = (id: string, by: 'supervisor' | 'supervisor2' = 'supervisor') =>
  as(by).ask('screening.clear', { id, reason: 'OTHER_BIRTH', words: 'Born on another day' })

test('a list is taken once, its customers are screened, and its next version replaces it', async () => {
  const customer = await register()
  expect(await casesOf(customer)).toEqual([])
  expect(await takeList(workplace, [LIST])).toMatchObject({ done: 1, cases: 1 })
  const again = { key: randomUUID(), list: 'Test list', files: openSanctions([LIST]), entries: 1 }
  expect(await as('supervisor').ask('screening.importList', again)).toMatchObject({
    error: { code: 'LIST_KNOWN' },
  })
  await takeList(workplace, [LIST, { name: 'Olga Nowhere' }])
  const { lists } = await as('auditor').call('screening.lists', {})
  expect(lists.map(({ status, entities }) => [status, entities])).toEqual([
    ['CURRENT', 2],
    ['REPLACED', 1],
  ])
  const kept = await superuser.query('SELECT count(*)::int AS n FROM screening_entities')
  expect(kept.rows).toEqual([{ n: 2 }])
  expect(await casesOf(customer)).toHaveLength(1)
})

test('a cleared match is not asked about again, also when the list gives the entry another number; a new birth is', async () => {
  const customer = await register()
  await clear(only(await casesOf(customer)).id)
  expect(await takeList(workplace, [{ ...LIST, reference: 'B-7' }])).toMatchObject({ cases: 0 })
  expect((await casesOf(customer)).map(({ status }) => status)).toEqual(['CLEARED'])
  await takeList(workplace, [{ ...LIST, reference: 'B-7', years: '1960;1961' }])
  expect((await casesOf(customer)).map(({ status }) => status)).toEqual(['CLEARED', 'OPEN'])
})

test('a run that was left in the middle goes on where it was', async () => {
  const files = openSanctions([{ ...LIST, reference: 'C-1' }])
  const { runId } = await as('admin').call('screening.importList', {
    key: randomUUID(),
    list: 'Third',
    files,
    entries: 1,
  })
  const step = async (pool: 'supervisor' | 'admin') =>
    only(
      (
        await branch
          .pool(pool)
          .query<{ run: { done: number; status: string } }>('SELECT advance_screening($1, 1) AS run', [runId])
      ).rows,
    ).run
  expect(await step('supervisor')).toMatchObject({ done: 1, status: 'RUNNING' })
  expect(await step('admin')).toMatchObject({ done: 2, status: 'RUNNING' })
  expect(await step('supervisor')).toMatchObject({ done: 2, status: 'DONE' })
})

test('a run goes on in the background by whoever is signed in, one portion a call, as the system', async () => {
  const files = openSanctions([{ name: 'Somebody Else', reference: 'D-1' }])
  await as('admin').call('screening.importList', { key: randomUUID(), list: 'Fourth', files, entries: 1 })
  const portion = async () =>
    only((await branch.pool('teller').query<{ more: boolean }>('SELECT screen_portion() AS more')).rows).more
  expect([await portion(), await portion(), await portion()]).toEqual([true, false, false])
  const { run } = await as('auditor').call('screening.lists', {})
  expect(run).toMatchObject({ status: 'DONE' })
  const unknown = branch.database.pool(null).query('SELECT screen_portion()')
  await expect(unknown).rejects.toMatchObject({ constraint: 'NOT_SIGNED_IN' })
})

test('a company is screened against companies, by its name without the legal form, and a person is not', async () => {
  const firm = await registerCustomer(branch.pool('teller'), {
    kind: 'COMPANY',
    firstName: null,
    lastName: 'Nordhavn Shipping AB',
    registrationNumber: '556016-0680',
    dateOfBirth: '1987-02-03',
  })
  const namesake = await registerCustomer(branch.pool('teller'), {
    firstName: 'Nordhavn',
    lastName: 'Shipping',
    dateOfBirth: '1987-02-03',
  })
  const listed = { name: 'NORDHAVN SHIPPING LLC', schema: 'Company', reference: 'F-1' } as const
  await takeList(workplace, [listed, { name: 'Nordhavn Shipping', reference: 'F-2' }], 'Fifth')
  expect((await casesOf(firm)).map(({ reference }) => reference)).toEqual(['F-1'])
  expect((await casesOf(namesake)).map(({ reference }) => reference)).toEqual(['F-2'])
  const { waitsForCheck } = await as('teller').call('customers.get', { customerId: firm })
  expect(waitsForCheck).toBe(true)
})

test('the timeline has what was matched, in which list, and what was decided; at the counter it is not said', async () => {
  const customer = await register('Nowak')
  const published = { name: 'Igor Nowak', years: '1960', reference: 'G-1' }
  await takeList(workplace, [published], 'Sixth')
  const [{ id } = { id: '' }] = await casesOf(customer)
  await clear(id)
  const read = async (who: 'teller' | 'supervisor') =>
    (
      await as(who).call('customers.timeline', {
        customerId: customer,
        kinds: ['SCREENING'],
        before: null,
        limit: 20,
      })
    ).rows
  expect(await read('supervisor')).toMatchObject([
    { action: 'STATUS_CLEARED', name: 'Igor Nowak', of: 'Sixth', why: 'Born on another day' },
    { action: 'CREATED', name: 'Igor Nowak', of: 'Sixth' },
  ])
  expect(await read('teller')).toEqual([])
})

test('an approved correction of a name is screened', async () => {
  const customer = await register('Anybody')
  expect(await casesOf(customer)).toEqual([])
  await superuser.query("UPDATE customers SET last_name = 'Malinov' WHERE id = $1", [customer])
  expect((await casesOf(customer)).map(({ status }) => status)).toContain('OPEN')
})

test('whoever registered a customer does not clear the match, nor whoever confirmed it', async () => {
  const own = await registerCustomer(branch.pool('supervisor'), {
    firstName: 'Igor',
    lastName: 'Malinov',
    dateOfBirth: '1960-02-03',
  })
  const [{ id } = { id: '' }] = await casesOf(own)
  expect(await clear(id)).toMatchObject({ error: { code: 'OWN_CUSTOMER' } })
  await as('supervisor2').call('screening.confirm', { id, words: 'The same passport' })
  expect(await clear(id, 'supervisor2')).toMatchObject({ error: { code: 'OWN_CUSTOMER' } })
  expect(await clear(id)).toMatchObject({ error: { code: 'OWN_CUSTOMER' } })
})

test('while a match waits, approved documents do not approve the customer; clearing it does', async () => {
  const customer = await register()
  for (const type of ['PASSPORT', 'UTILITY_BILL'] as const) {
    const document = await uploadDocument(branch.database, branch.staff.teller, customer, type)
    await approveDocument(branch.database, branch.staff.supervisor, document)
  }
  const kyc = async () =>
    only(
      (
        await superuser.query<{ kyc: string }>('SELECT kyc_status AS kyc FROM customers WHERE id = $1', [
          customer,
        ])
      ).rows,
    ).kyc
  expect(await kyc()).toBe('PENDING')
  for (const { id } of await casesOf(customer)) await clear(id)
  expect(await kyc()).toBe('APPROVED')
})

test('import, clearing and confirming are in the audit log', async () => {
  const { rows } = await superuser.query<{ action: string }>(
    `SELECT DISTINCT action FROM audit_logs WHERE resource_type IN ('screening_versions', 'screening_cases') ORDER BY action`,
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'CHANGED',
    'CREATED',
    'STATUS_CLEARED',
    'STATUS_CONFIRMED',
    'STATUS_CURRENT',
    'STATUS_REPLACED',
  ])
})

test('a teller is told neither lists nor matches', async () => {
  const forbidden = { error: { code: 'FORBIDDEN' } }
  expect(await as('teller').ask('screening.lists', {})).toMatchObject(forbidden)
  expect(await as('teller').ask('screening.cases', { status: 'OPEN' })).toMatchObject(forbidden)

  const pool = branch.pool('teller')
  await expect(pool.query(`SELECT list_screening_cases('OPEN')`)).rejects.toMatchObject({
    constraint: 'FORBIDDEN',
  })
  await expect(pool.query('SELECT * FROM screening_cases')).rejects.toMatchObject({ code: '42501' })
})
