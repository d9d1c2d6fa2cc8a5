import { expect, test } from 'vitest'
import { openLetters } from '../../electron/print/fonts/open-letters.ts'
import { receiptToPrint } from '../../electron/services/postings/get-receipt.ts'
import { openAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs } from '../support/approvals.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { only, type Queryable } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** Which print of a receipt is a copy, and whose receipt it is. */

const workplace = await workplaceForFile({ vault: '1000000.00' })
const { branch } = workplace
await ensureOpenTill(branch, branch.staff.teller, 0)

const print = async (db: Queryable, id: string) =>
  only((await db.query<{ is_copy: boolean }>('SELECT is_copy FROM export_posting($1)', [id])).rows).is_copy

test('of two prints of one receipt at the same moment one is a copy', async () => {
  const account = await openNewCustomersAccount(branch)
  const { id } = await workplace.as('teller').call('postings.postDeposit', newCashPosting(account))
  const [one, other] = [await branch.pool('teller').connect(), await branch.pool('supervisor').connect()]
  await one.query('BEGIN')
  const first = await print(one, id)
  const second = print(other, id)
  await expect
    .poll(
      async () =>
        (
          await branch.database.superuser.query(
            `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
          )
        ).rowCount,
    )
    .toBe(1)
  await one.query('COMMIT')
  expect([first, await second]).toEqual([false, true])
  one.release()
  other.release()
})

test('the slip of a posting that waits is no receipt: the first one after the approval is no copy, the second is', async () => {
  const account = await openNewCustomersAccount(branch, { balance: '900000.00' })
  const { id, status } = await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(account, { amount: '900000.00' }))
  expect(status).toBe('PENDING')
  const teller = branch.pool('teller')
  expect([await print(teller, id), await print(teller, id)]).toEqual([false, true])
  expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({ value: { status: 'APPROVED' } })
  expect([await print(teller, id), await print(teller, id)]).toEqual([false, true])
})

test('a transfer between two people of one name is the receipt of the payer, and one between own accounts of both', async () => {
  const named = () => approvedCustomer(branch, { first_name: `'Same'`, last_name: `'Name'` })
  const [payer, payee] = [await named(), await named()]
  const from = await openAccount(branch, payer, { balance: '100.00' })
  const { db } = workplace.as('teller').state.session ?? {}
  if (db === undefined) throw new Error('Nobody is signed in')
  const readerOf = async (to: string) => {
    const { id } = await workplace.call('postings.postTransfer', newTransfer(from, to, { amount: '5.00' }))
    return (await receiptToPrint({ db, workplace: { letters: openLetters([]) } }, id))?.reader
  }
  const own = await openAccount(branch, payer, {})
  expect(await readerOf(await openAccount(branch, payee, {}))).toEqual({
    name: 'Same Name',
    accountIds: [from],
  })
  expect((await readerOf(own))?.accountIds.toSorted()).toEqual([from, own].toSorted())
})
