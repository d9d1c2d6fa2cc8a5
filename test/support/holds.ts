import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { openNewCustomersAccount } from './accounts.ts'
import type { TestBranch } from './branch.ts'
import { addProduct, setProduct } from './products.ts'

type NewHold = CallInput<'accounts.placeHold'>

/** A whole hold of 1 USD without an end, with a key of its own. */
export const newHold = (accountId: string, changes: Partial<NewHold> = {}): NewHold => ({
  key: randomUUID(),
  accountId,
  currency: 'USD',
  amount: '1',
  reason: 'Court order',
  expiresOn: null,
  ...changes,
})

/** An account with 100 on it, of a product with interest, on which 1.50 has accrued before yesterday; answers its id. */
export async function openAccruedAccount(branch: TestBranch): Promise<string> {
  const account = await openNewCustomersAccount(branch, { balance: '100.00' })
  await setProduct(branch, account, await addProduct(branch, { rates: [{ above: '0', rate: '3.65' }] }))
  await branch.database.superuser.query(
    `INSERT INTO interest_accruals (account_id, through, entry_count, earned)
      SELECT $1, date_of_branch($2) - 1, 1, 1.509 * parts_of_unit()`,
    [account, branch.id],
  )
  return account
}
