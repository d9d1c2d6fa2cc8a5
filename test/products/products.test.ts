import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { refused } from '../support/queries.ts'
import { addProduct, addTerms } from '../support/products.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database

const productsOf = async () => (await workplace.as('teller').call('products.list', {})).products

test('an account that names no product gets the standard one of its kind and currency, which earns and costs nothing', async () => {
  await openNewCustomersAccount(branch)
  await openNewCustomersAccount(branch)
  const savings = (await productsOf()).filter(({ accountType }) => accountType === 'SAVINGS')
  expect(savings).toMatchObject([
    {
      name: 'Savings USD',
      currency: 'USD',
      standard: true,
      terms: [{ minimumBalance: '0.00', rates: [], overdraftRate: '0.0000', monthlyFee: '0.00', fees: [] }],
    },
  ])
  const { rows } = await superuser.query(
    'SELECT count(*)::int AS n FROM accounts WHERE customer_id IS NOT NULL AND product_id = $1',
    [savings[0]?.id],
  )
  expect(rows).toEqual([{ n: 2 }])
})

test('everybody who works with accounts sees every product with its terms, the latest first', async () => {
  const id = await addProduct(branch, { name: 'Saver', rates: [{ above: '0.00', rate: '1.5000' }] })
  await addTerms(branch, id, { validFrom: '2030-01-01', monthlyFee: '3' })
  for (const name of ['teller', 'supervisor', 'auditor', 'admin'] as const) {
    const { products } = await workplace.as(name).call('products.list', {})
    const saver = products.find((product) => product.id === id)
    expect(saver?.terms.map(({ validFrom }) => validFrom)).toEqual(['2030-01-01', '2000-01-01'])
  }
})

test('what was agreed stays: terms are neither changed nor deleted, not even by the owner', async () => {
  const id = await addProduct(branch)
  const owner = (sql: string) => superuser.query(sql, [id])
  for (const change of ['UPDATE product_terms SET monthly_fee = 1', 'DELETE FROM product_terms'])
    await expect(owner(`${change} WHERE product_id = $1`), change).rejects.toMatchObject(
      refused('APPEND_ONLY'),
    )
})

test('an account has a product of its own kind and currency', async () => {
  const account = await openNewCustomersAccount(branch)
  const move = (product: string | null) =>
    superuser.query('UPDATE accounts SET product_id = $1 WHERE id = $2', [product, account])
  await expect(move(await addProduct(branch, { type: 'CURRENT' }))).rejects.toMatchObject({
    constraint: 'accounts_product',
  })
  await expect(move(await addProduct(branch, { currency: 'EUR' }))).rejects.toMatchObject({
    constraint: 'accounts_product',
  })
  await expect(move(null)).rejects.toMatchObject({ constraint: 'accounts_product_of_customers' })
  await move(await addProduct(branch))
})
