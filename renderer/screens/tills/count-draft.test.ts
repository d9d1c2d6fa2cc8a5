import { expect, test } from 'vitest'
import { NOTHING_COUNTED, totalOf } from './count-draft.ts'

const total = (typed: string) => totalOf({ ...NOTHING_COUNTED, by: 'total', typed }, 'USD')

test('a draft begins with nothing counted, whichever way it is counted', () => {
  expect(totalOf(NOTHING_COUNTED, 'USD')).toEqual({ state: 'nothing' })
  expect(total(' ')).toEqual({ state: 'nothing' })
})

test('a typed total is read in the currency of the till, and zero is a count', () => {
  expect(total('999.50')).toEqual({ state: 'counted', total: { minor: 99_950n, currency: 'USD' } })
  expect(total('0')).toEqual({ state: 'counted', total: { minor: 0n, currency: 'USD' } })
})

test.each(['x', '-1', '1.005'])('“%s” is no total in dollars', (typed) => {
  expect(total(typed)).toEqual({ state: 'unreadable' })
})

test('only the chosen way of counting is read', () => {
  const both = { by: 'pieces', counts: { '20': '2' }, typed: '999' } as const
  expect(totalOf(both, 'USD')).toEqual({ state: 'counted', total: { minor: 4_000n, currency: 'USD' } })
})
