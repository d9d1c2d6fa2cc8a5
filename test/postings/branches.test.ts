import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { type PostedLeg, postLegs } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { addUser } from '../support/users.ts'
import { TIME_ZONE } from '../support/zone.ts'

/** Each branch keeps its own books of what is the bank's: a teller posts on the own accounts of their branch only. */

const branch = await branchForFile()
const { database } = branch
const southernId = await secondBranch()
const southern = database.pool((await addUser(database, southernId, { username: 'south' })).token)
const account = await openNewCustomersAccount(branch, { balance: '100' })
await database.superuser
  .query(`INSERT INTO posting_rules (channel, transaction_type, debit_type, credit_type, role)
    VALUES ('COUNTER', 'TRANSFER', 'SAVINGS', 'SUSPENSE', 'TELLER')`)

/** Another branch with an open day and a suspense account in each of two currencies; no screen makes one yet. */
async function secondBranch(): Promise<string> {
  const { rows } = await database.superuser.query<{ id: string }>(
    `INSERT INTO branches (name, currency, time_zone, number_format)
     VALUES ('Branch Syd', 'USD', $1, 'POINT_COMMA') RETURNING id`,
    [TIME_ZONE],
  )
  const { id } = only(rows)
  await database.superuser.query(
    `INSERT INTO business_days (branch_id, business_date, opened_by) VALUES ($1, current_date, $2)`,
    [id, branch.staff.admin.id],
  )
  for (const currency of ['EUR', 'USD'])
    await database.superuser.query(
      `INSERT INTO accounts (account_type, currency, branch_id) VALUES ('SUSPENSE', $1, $2)`,
      [currency, id],
    )
  return id
}

const toSuspense = (from: string, to: string): PostedLeg[] => [
  [from, 'DEBIT', '1'],
  [to, 'CREDIT', '1'],
]

test('a leg on an own account of the bank is on that of the teller’s branch, in the currency of the posting', async () => {
  const { legs } = await postLegs(southern, toSuspense(account, 'SUSPENSE'), 'TRANSFER')
  const { rows } = await database.superuser.query(
    'SELECT branch_id AS branch, currency FROM accounts WHERE id = $1',
    [legs[1]?.['accountId']],
  )
  expect(rows).toEqual([{ branch: southernId, currency: 'USD' }])
})

test('an own account of another branch is refused, even to a role that may post on such accounts', async () => {
  const { rows } = await database.superuser.query<{ id: string }>(
    `SELECT id FROM accounts WHERE account_type = 'SUSPENSE' AND branch_id = $1`,
    [branch.id],
  )
  await expect(postLegs(southern, toSuspense(account, only(rows).id), 'TRANSFER')).rejects.toMatchObject(
    refused('POSTING_NOT_ALLOWED'),
  )
})
