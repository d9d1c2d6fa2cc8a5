import { expect, test } from 'vitest'
import { newCustomer } from '../support/customers.ts'
import { moveToOtherBranch, withoutCrossing } from '../support/other-branch.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** What is read of customers is counted and recorded, and an answer that is not known is none. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

async function rowsRead(): Promise<number> {
  const { rows } = await database.superuser.query<{ n: string }>('SELECT reads_of($1) AS n', [
    branch.staff.teller.id,
  ])
  return Number(only(rows).n)
}

const iris = newCustomer({ firstName: 'Iris', lastName: 'Lund', email: 'iris@example.test' })
await workplace.as('teller').call('customers.register', iris)

test('each customer that a search or the look for duplicates hands out is counted, also where it is rolled back', async () => {
  const client = await branch.pool('teller').connect()
  const before = await rowsRead()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT * FROM search_customers('iris')`)
    await client.query(`SELECT * FROM find_duplicate_customers('Iris', 'Lund', NULL, NULL, NULL)`)
    await client.query('SELECT read_customer($1)', [iris.id])
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
  expect(await rowsRead()).toBe(before + 3)
})

test('the customers of another branch are not among those found where the bank keeps them apart', async () => {
  const { id } = await workplace.call(
    'customers.register',
    newCustomer({ firstName: 'Iris', lastName: 'Syd' }),
  )
  await moveToOtherBranch(database, id)
  const found = async () =>
    (await workplace.call('customers.search', { text: 'iris' })).customers.map((customer) => customer.id)
  expect(await found()).toEqual([iris.id, id])
  expect(await withoutCrossing(database, 'CUSTOMER_READ', found)).toEqual([iris.id])
})

test('when the session has ended, a search says that nobody is signed in, and not that nobody fits', async () => {
  const other = workplace.as('teller2')
  await database.pool(branch.staff.teller2.token).query('SELECT sign_out()')
  expect(await other.ask('customers.search', { text: 'iris' })).toMatchObject({
    error: { code: 'NOT_SIGNED_IN' },
  })
})

test('one customer with a birth that no calendar prints does not spoil the list', async () => {
  const { id } = await workplace
    .as('teller')
    .call('customers.register', newCustomer({ firstName: 'Irisa', lastName: 'Alt' }))
  await database.superuser.query(
    `ALTER TABLE customers DISABLE TRIGGER USER, DROP CONSTRAINT customers_date_of_birth_calendar;
     UPDATE customers SET date_of_birth = '-infinity' WHERE id = '${id}';
     ALTER TABLE customers ENABLE TRIGGER USER`,
  )
  const { customers } = await workplace.call('customers.search', { text: 'irisa' })
  expect(customers).toMatchObject([{ id, dateOfBirth: null }])
})
