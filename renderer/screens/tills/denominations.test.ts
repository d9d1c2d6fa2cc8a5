import { expect, test } from 'vitest'
import { addUp, denominationsOf, worthOf } from './denominations.ts'
import { parsePositive } from '../../../shared/money.ts'

test('pieces are worth their number times their value', () => {
  expect(worthOf('0.25', '7', 'USD')).toEqual({ minor: 175n, currency: 'USD' })
  expect(worthOf('10000', '3', 'JPY')).toEqual({ minor: 30_000n, currency: 'JPY' })
})

test.each(['', 'x', '1.5', '-1', '12345678'])('“%s” is no number of pieces', (count) => {
  expect(worthOf('100', count, 'USD')).toBeNull()
})

test('a count adds up, and a field left empty is no pieces', () => {
  const counted = addUp({ '100': '19', '50': '', '0.01': '3' }, 'USD')
  expect(counted).toEqual({ state: 'counted', total: { minor: 190_003n, currency: 'USD' } })
})

test('nothing counted is not the same as counting zero', () => {
  expect(addUp({ '100': '' }, 'USD')).toEqual({ state: 'nothing' })
  expect(addUp({ '100': '0' }, 'USD')).toEqual({ state: 'counted', total: { minor: 0n, currency: 'USD' } })
})

test('one unreadable field makes the whole count unreadable', () => {
  expect(addUp({ '100': '19', '50': '2x' }, 'USD')).toEqual({ state: 'unreadable' })
})

test.each(['USD', 'EUR', 'GBP', 'SEK', 'JPY', 'CHF', 'KRW'])(
  '%s is counted in amounts that it has',
  (currency) => {
    const { notes, coins } = denominationsOf(currency)
    const values = [...notes, ...coins].map((piece) => {
      const amount = parsePositive(piece, currency)
      if (!amount.ok) throw new Error(piece)
      return amount.value.minor
    })
    expect(values).toEqual([...new Set(values)].sort((a, b) => (a > b ? -1 : 1)))
  },
)
