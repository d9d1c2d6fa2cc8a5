import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkDigit, hasValidCheckDigit } from '../../shared/check-digit.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { branchForFile } from '../support/test-file.ts'

const branch = await branchForFile()
const { superuser } = branch.database

test('check digits of the database are those of the application', async () => {
  const digits = Array.from({ length: 500 }, (_, i) =>
    Array.from({ length: 1 + (i % 18) }, () => randomInt(10)).join(''),
  )
  const { rows } = await superuser.query<{ given: string; digit: string }>(
    'SELECT d AS given, check_digit(d) AS digit FROM unnest($1::text[]) AS d',
    [digits],
  )
  for (const { given, digit } of rows) expect([given, digit]).toEqual([given, checkDigit(given)])
  for (let i = 0; i < 5; i++) await openNewCustomersAccount(branch)
  const numbers = await superuser.query<{ number: string }>(
    `SELECT account_number AS number FROM accounts UNION ALL SELECT substr(customer_number, 3) FROM customers`,
  )
  expect(numbers.rows.filter(({ number }) => !hasValidCheckDigit(number))).toEqual([])
})
