import { expect, test } from 'vitest'
import type { SuspenseItem } from '../../../shared/contract/book-views.ts'
import { ageOf, sumsByAge } from './suspense-ages.ts'

const item = (
  days: number,
  open: string,
  side: SuspenseItem['side'] = 'CREDIT',
  currency = 'USD',
): SuspenseItem => ({
  accountNumber: '4017000052',
  currency,
  transactionId: '00000000-0000-4000-8000-000000000001',
  reference: 'T261126-000001',
  description: null,
  date: '2026-11-26',
  side,
  amount: open,
  open,
  days,
})

test('an age ends with its last day', () => {
  expect([0, 1, 7, 8, 30, 31, 90, 91, 4000].map(ageOf)).toEqual([
    'today',
    'week',
    'week',
    'month',
    'month',
    'quarter',
    'quarter',
    'older',
    'older',
  ])
})

test('what is open is summed by age and currency, debits against credits', () => {
  const items = [item(91, '5.00'), item(100, '2.50', 'DEBIT'), item(0, '3', 'CREDIT', 'JPY'), item(0, '1.00')]
  expect(sumsByAge(items)).toEqual([
    { age: 'today', currency: 'JPY', open: '-3' },
    { age: 'today', currency: 'USD', open: '-1.00' },
    { age: 'older', currency: 'USD', open: '-2.50' },
  ])
})
