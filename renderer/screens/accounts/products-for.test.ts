import { expect, test } from 'vitest'
import type { Product } from '../../../shared/contract/products.ts'
import { productsFor } from './products-for.ts'

const product = (changes: Partial<Product>, validFrom = '2026-01-01'): Product => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Saver',
  accountType: 'SAVINGS',
  currency: 'USD',
  standard: false,
  terms: [
    {
      validFrom,
      dayCount: 'ACT_365F',
      minimumBalance: '0.00',
      rates: [],
      overdraftRate: '0.0000',
      monthlyFee: '0.00',
      feeWaivedFrom: null,
      dormantAfter: null,
      fees: [],
    },
  ],
  ...changes,
})

test('what can be chosen is of the kind and currency, has begun, and is not the standard product', () => {
  const saver = product({})
  const all = [
    saver,
    product({ standard: true }),
    product({ currency: 'EUR' }),
    product({ accountType: 'CURRENT' }),
    product({}, '2026-12-01'),
  ]
  expect(productsFor(all, 'SAVINGS', 'USD', '2026-11-26')).toEqual([saver])
})
