import { expect, test } from 'vitest'
import { ACCOUNT_KINDS } from '../../shared/rules/account-kinds.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { branchForFile } from '../support/test-file.ts'

const branch = await branchForFile()
const { database } = branch

test('screens and printed documents have the same kinds of account as the database', async () => {
  const { rows } = await database.superuser.query(
    `SELECT account_type::text AS kind, normal_side::text AS "normalSide", drawn_from AS "drawnFrom", may_have_limit AS "mayHaveLimit",
       has_passbook AS "hasPassbook"
     FROM account_kinds WHERE holder = 'CUSTOMER'`,
  )
  expect(Object.fromEntries(rows.map(({ kind, ...facts }) => [kind, facts]))).toEqual(ACCOUNT_KINDS)
})

test('every kind of account that can be made is described', async () => {
  const { rows } = await database.superuser.query(
    `SELECT enumlabel FROM pg_enum WHERE enumtypid = 'account_type'::regtype
     EXCEPT SELECT account_type::text FROM account_kinds`,
  )
  expect(rows).toEqual([])
})

test('the bank’s own accounts grow by debits where they are assets or expenses, else by credits', async () => {
  const { rows } = await database.superuser.query<{ kind: string; side: string }>(
    `SELECT account_type::text AS kind, normal_side::text AS side FROM account_kinds WHERE holder <> 'CUSTOMER'`,
  )
  const ofSide = (wanted: string) =>
    rows.flatMap(({ kind, side }) => (side === wanted ? [kind] : [])).toSorted()
  expect(ofSide('DEBIT')).toEqual(['CASH_SHORT', 'INTEREST_EXPENSE', 'TELLER_CASH', 'VAULT'])
  expect(ofSide('CREDIT')).toEqual(['CASH_OVER', 'FEE_INCOME', 'INTEREST_INCOME', 'SUSPENSE'])
})

test('an account has the one kind of owner that its kind says', async () => {
  const account = await openNewCustomersAccount(branch)
  const change = (columns: string) =>
    database.superuser.query(`UPDATE accounts SET ${columns} WHERE id = $1`, [account])
  await expect(change(`account_type = 'VAULT'`)).rejects.toMatchObject({ constraint: 'accounts_kind_holder' })
  await expect(change('customer_id = NULL')).rejects.toMatchObject({ constraint: 'accounts_kind_holder' })
  await expect(change(`till_id = '${branch.tills[0]}'`)).rejects.toMatchObject({
    constraint: 'accounts_one_holder',
  })
  await expect(change('agreed_limit = 1')).rejects.toMatchObject({ constraint: 'accounts_limit_kind' })
})
