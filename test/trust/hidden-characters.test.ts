import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { addEmptyDay } from '../support/days.ts'
import { digestOf, uploadDocument } from '../support/documents.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/**
 * Words that somebody else reads, sent past the window: characters that nobody sees would show figures in another order than they are
 * kept, and a line of its own would look like another record. They are kept as the window sends them.
 */

const { branch } = await workplaceForFile()
const { superuser } = branch.database
const HIDDEN = 'for \u202E05,1\u202C\nApproved\u200B'
const PLAIN = 'for 05,1 Approved'

const kept = async (sql: string, id: string) =>
  only((await superuser.query<{ words: string }>(sql, [id])).rows).words

test('the reason of a frozen account, and of one that is not any more', async () => {
  const account = await openNewCustomersAccount(branch)
  const reason = () => kept('SELECT status_reason AS words FROM accounts WHERE id = $1', account)
  await branch.pool('teller').query('SELECT freeze_account($1, $2)', [account, HIDDEN])
  expect(await reason()).toBe(PLAIN)
  await branch.pool('supervisor').query('SELECT unfreeze_account($1, $2)', [account, HIDDEN])
  expect(await reason()).toBe(PLAIN)
  await branch.pool('teller').query('SELECT close_account($1, $2)', [account, HIDDEN])
  expect(await reason()).toBe(PLAIN)
})

test('why a document is rejected', async () => {
  const document = await uploadDocument(
    branch.database,
    branch.staff.teller,
    await approvedCustomer(branch),
    'PASSPORT',
  )
  await branch
    .pool('supervisor')
    .query("SELECT reject_document($1, $2, 'OTHER', $3)", [
      document,
      await digestOf(branch.database, document),
      HIDDEN,
    ])
  expect(await kept('SELECT rejection_reason AS words FROM kyc_documents WHERE id = $1', document)).toBe(
    PLAIN,
  )
})

test('why a day is taken back', async () => {
  const day = await addEmptyDay(branch, '2001-02-03')
  await branch.pool('supervisor').query('SELECT propose_day_withdrawal($1, $2)', ['2001-02-03', HIDDEN])
  expect(await kept('SELECT reason AS words FROM day_withdrawals WHERE business_day_id = $1', day)).toBe(
    PLAIN,
  )
})

test('the name of a till', async () => {
  const id = randomUUID()
  await branch.pool('admin').query('SELECT add_till($1, $2)', [id, 'Till \u202E9\u200B'])
  expect(await kept('SELECT name AS words FROM tills WHERE id = $1', id)).toBe('Till 9')
})
