import { expect, test } from 'vitest'
import { totalsOf } from './statement-sums.ts'

test('what was found in a statement is added up by its sides, to the last minor unit', () => {
  const lines = [
    { side: 'DEBIT', amount: '0.10' },
    { side: 'DEBIT', amount: '0.20' },
    { side: 'CREDIT', amount: '9999999999999.99' },
  ] as const
  expect(totalsOf(lines, 'SEK')).toEqual({
    count: 3,
    debits: '0.30',
    credits: '9999999999999.99',
    opening: null,
    closing: null,
  })
  expect(totalsOf([], 'SEK')).toMatchObject({ count: 0, debits: '0.00', credits: '0.00' })
})
