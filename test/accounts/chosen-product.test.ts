import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { approveAs } from '../support/approvals.ts'
import { addProduct, newProduct } from '../support/products.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** A product that two people agreed on can be chosen when an account is opened. */

const workplace = await workplaceForFile()
const { branch } = workplace
const customer = await approvedCustomer(branch)
const productOf = async (account: string) =>
  only(
    (
      await branch.database.superuser.query<{ product: string }>(
        'SELECT product_id AS product FROM accounts WHERE id = $1',
        [account],
      )
    ).rows,
  ).product
const open = (changes: Parameters<typeof newAccount>[1]) =>
  workplace.as('teller').ask('accounts.open', newAccount(customer, changes))

test('an account gets the product that was chosen, and without one the standard product of its kind', async () => {
  const product = await addProduct(branch, { rates: [{ above: '0', rate: '2' }] })
  const id = randomUUID()
  expect(await open({ id, productId: product })).toMatchObject({ ok: true })
  expect(await productOf(id)).toBe(product)
  expect(await open({ id, productId: product })).toMatchObject({ ok: true })
  expect(await open({ id, productId: await addProduct(branch) })).toMatchObject({
    error: { code: 'KEY_REUSED' },
  })
  const standard = randomUUID()
  await open({ id: standard })
  expect(await productOf(standard)).not.toBe(product)
})

test('a product of another kind or currency, or whose terms have not begun, is refused', async () => {
  for (const productId of [
    await addProduct(branch, { type: 'CURRENT' }),
    await addProduct(branch, { currency: 'EUR' }),
    await addProduct(branch, { validFrom: '2999-01-01' }),
  ])
    expect(await open({ productId })).toMatchObject({ error: { code: 'PRODUCT_NOT_FOUND' } })
  const proposal = newProduct()
  await workplace.as('supervisor').call('products.propose', proposal)
  expect(await open({ productId: proposal.productId })).toMatchObject({
    error: { code: 'PRODUCT_NOT_FOUND' },
  })
  expect(await approveAs(workplace, 'admin', proposal.key)).toMatchObject({ ok: true })
  expect(await open({ productId: proposal.productId })).toMatchObject({
    error: { code: 'PRODUCT_NOT_FOUND' },
  })
})
