import { expect, test } from 'vitest'
import { approveAs, shownTo } from '../support/approvals.ts'
import { refused } from '../support/queries.ts'
import { addProduct, newProduct, newTerms, otherTerms } from '../support/products.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

const productNamed = async (name: string | undefined) =>
  (await workplace.as('teller').call('products.list', {})).products.find((product) => product.name === name)

const WITH_EVERYTHING = newTerms({
  dayCount: 'THIRTY_E_360',
  minimumBalance: '10',
  rates: [
    { above: '5000', rate: '2.25' },
    { above: '0', rate: '1' },
  ],
  monthlyFee: '3.5',
  dormantAfter: 24,
  fees: [
    {
      type: 'WITHDRAWAL',
      minimum: '0.5',
      maximum: null,
      steps: [
        { above: '0', flat: '1', percent: '0' },
        { above: '1000', flat: '0', percent: '0.25' },
      ],
    },
  ],
})

test('a product is there when a second person has approved what was shown, and not before', async () => {
  const proposal = newProduct({ terms: WITH_EVERYTHING })
  await workplace.as('supervisor').call('products.propose', proposal)
  expect(await productNamed(proposal.product?.name)).toBeUndefined()
  expect((await shownTo(workplace, 'admin', proposal.key)).facts).toMatchObject({
    subject: proposal.product?.name,
    accountType: 'SAVINGS',
    currency: 'USD',
    validFrom: '2027-06-01',
    dayCount: 'THIRTY_E_360',
    monthlyFee: '3.50',
    dormantAfter: '24',
  })
  expect(await approveAs(workplace, 'admin', proposal.key)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await productNamed(proposal.product?.name)).toMatchObject({
    standard: false,
    terms: [
      {
        validFrom: '2027-06-01',
        dayCount: 'THIRTY_E_360',
        minimumBalance: '10.00',
        rates: [
          { above: '0.00', rate: '1.0000' },
          { above: '5000.00', rate: '2.2500' },
        ],
        monthlyFee: '3.50',
        dormantAfter: 24,
        fees: [{ type: 'WITHDRAWAL', minimum: '0.50', maximum: null }],
      },
    ],
  })
})

test('one person alone changes no product: not the supervisor, not the administrator, not by the function itself', async () => {
  const id = await addProduct(branch, { name: 'Alone' })
  for (const name of ['supervisor', 'admin'] as const) {
    const proposal = otherTerms(id, { monthlyFee: '1' })
    await workplace.as(name).call('products.propose', proposal)
    expect(await approveAs(workplace, name, proposal.key)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
    await expect(
      branch.pool(name).query('SELECT perform_product_terms(NULL, NULL)'),
      name,
    ).rejects.toMatchObject({ code: '42501' })
  }
  for (const name of ['teller', 'auditor'] as const)
    await expect(
      branch
        .pool(name)
        .query('SELECT propose_product(gen_random_uuid(), $1, $2)', [
          id,
          JSON.stringify({ terms: newTerms() }),
        ]),
    ).rejects.toMatchObject(refused('FORBIDDEN'))
  expect((await productNamed('Alone'))?.terms).toHaveLength(1)
})

test('the second person sees the terms of now beside those proposed', async () => {
  const id = await addProduct(branch, { name: 'Compared', monthlyFee: '2' })
  const proposal = otherTerms(id, { monthlyFee: '4' })
  await workplace.as('admin').call('products.propose', proposal)
  const { facts } = await shownTo(workplace, 'supervisor', proposal.key)
  expect(facts).toMatchObject({ subject: 'Compared', monthlyFee: '4.00', monthlyFeeNow: '2.00' })
})

test('terms that a program sends past the window are refused when they are none', async () => {
  const id = await addProduct(branch)
  const plain = newTerms()
  const wrong = [
    { rates: [{ above: '0', rate: '101' }] },
    { rates: [{ above: '0', rate: '1.00001' }] },
    { rates: [{ above: '0', rate: 'NaN' }] },
    {
      rates: [
        { above: '0', rate: '1' },
        { above: '0.00', rate: '2' },
      ],
    },
    { rates: null },
    { minimumBalance: '-1' },
    { monthlyFee: null },
    { dayCount: 'ACT_364' },
    { fees: [{ type: 'INTEREST', minimum: null, maximum: null, steps: [] }] },
    { overdraftRate: '5' }, // of a savings account
    { validFrom: '9999-12-31' },
  ]
  for (const change of wrong)
    await expect(
      branch
        .pool('supervisor')
        .query('SELECT propose_product(gen_random_uuid(), $1, $2)', [
          id,
          JSON.stringify({ terms: { ...plain, ...change } }),
        ]),
      JSON.stringify(change),
    ).rejects.toMatchObject(refused('VALIDATION'))
})

test('terms that begin on a date in words, or are more than anybody could be shown, are not proposed past the window', async () => {
  const { product, terms, currency } = newProduct()
  const propose = (validFrom: string, extra = '') =>
    branch
      .pool('supervisor')
      .query('SELECT propose_product(gen_random_uuid(), gen_random_uuid(), $1)', [
        JSON.stringify({ ...product, currency, terms: { ...terms, validFrom }, extra }),
      ])
  for (const date of ['tomorrow', '2027-6-1', 'Jun 1 2027', '2027-06-01 '])
    await expect(propose(date)).rejects.toMatchObject(refused('VALIDATION'))
  await expect(propose('2027-06-01', 'x'.repeat(1_000_000))).rejects.toMatchObject(refused('VALIDATION'))
})
