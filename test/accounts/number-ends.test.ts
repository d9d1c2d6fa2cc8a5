import { expect, test } from 'vitest'
import { formatAccountNumber, hasValidCheckDigit, readAccountNumber } from '../../shared/check-digit.ts'
import { newAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approvedCustomer, newCustomer } from '../support/customers.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** Every number that the database makes, at the end of its usual width: work goes on, and no number is given twice. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
await ensureOpenTill(branch, branch.staff.teller, 0, '100')

const setNext = (sequence: string, next: string) =>
  superuser.query('SELECT setval($1, $2, false)', [`corex.${sequence}`, next])

test('the millionth posting gets a longer reference, and every later one its own', async () => {
  const accountId = await openNewCustomersAccount(branch)
  workplace.as('teller')
  const numbers: string[] = []
  for (const next of ['999999', '1000000', '1000001', '1000010', '9999999', '10000000', '123456789012']) {
    await setNext('transaction_numbers', next)
    const { reference } = await workplace.call('postings.postDeposit', newCashPosting(accountId))
    expect(reference).toMatch(/^T\d{6}-\d{6,}$/)
    numbers.push(reference.slice(8))
  }
  expect(numbers).toEqual(['999999', '1000000', '1000001', '1000010', '9999999', '10000000', '123456789012'])
})

test('the billionth account gets a longer number, by which it is found as it is written', async () => {
  workplace.as('teller')
  for (const next of ['999999999', '1000000000', '1000000001', '99999999999', '1234567890123456789']) {
    await setNext('account_numbers', next)
    const account = newAccount(await approvedCustomer(branch))
    const { accountNumber } = await workplace.call('accounts.open', account)
    expect(accountNumber.slice(0, -1)).toBe(next)
    expect(hasValidCheckDigit(accountNumber)).toBe(true)
    const written = formatAccountNumber(accountNumber)
    expect(readAccountNumber(written)).toBe(accountNumber)
    const found = await workplace.call('accounts.find', { accountNumber: written })
    expect(found.id).toBe(account.id)
  }
})

test('customer number ten million gets a longer number, by which the customer is found', async () => {
  workplace.as('teller')
  for (const next of ['9999999', '10000000', '10000001', '12345678901234567']) {
    await setNext('customer_numbers', next)
    const customer = newCustomer()
    const { customerNumber } = await workplace.call('customers.register', customer)
    expect(customerNumber.slice(2, -1)).toBe(next)
    const { customers } = await workplace.call('customers.search', { text: customerNumber })
    expect(customers.map(({ id }) => id)).toEqual([customer.id])
  }
})

test('no number that a sequence can give is too long for its column, none begins again, and none is kept back', async () => {
  const { rows } = await superuser.query(
    `SELECT sequencename AS name, cycle, cache_size AS cache FROM pg_sequences WHERE schemaname = 'corex' AND (cycle OR cache_size <> '1')`,
  )
  expect(rows).toEqual([])
  const ends = await superuser.query(
    `SELECT sequencename AS name, length(max_value::text) AS digits FROM pg_sequences
     WHERE sequencename IN ('account_numbers', 'customer_numbers', 'transaction_numbers') ORDER BY 1`,
  )
  // With a check digit, with C- and a check digit, with T, the date and a hyphen: at most 20, 20 and 50 characters.
  expect(ends.rows).toEqual([
    { name: 'account_numbers', digits: 19 },
    { name: 'customer_numbers', digits: 17 },
    { name: 'transaction_numbers', digits: 19 },
  ])
})
