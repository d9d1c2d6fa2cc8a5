import { expect, test } from 'vitest'
import { closedOf } from './closed-of.ts'

const closing = {
  name: 'Till 1',
  currency: 'USD',
  state: 'CLOSED',
  approvalId: null,
  counted: '99.50',
  other: null,
  expected: '100.00',
  variance: '-0.50',
} as const

test('a closed till says what was expected', () => {
  expect(closedOf(closing)).toEqual({
    name: 'Till 1',
    currency: 'USD',
    counted: '99.50',
    expected: '100.00',
    variance: '-0.50',
  })
})

test.each(['OPEN', 'COUNTED', 'DIFFERENCE'] as const)('one that is %s says no figure', (state) => {
  expect(closedOf({ ...closing, state })).toBeNull()
})
