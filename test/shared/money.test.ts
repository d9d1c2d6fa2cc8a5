import { expect, test } from 'vitest'
import { formatMoney, parseAmount, toDecimal } from '../../shared/money.ts'

const read = (text: string, currency = 'USD') => {
  const amount = parseAmount(text, currency)
  return amount.ok ? toDecimal(amount.value) : amount.error.code
}

test.each([
  ['1204.5', '1204.50'],
  ['.5', '0.50'],
  ['-7', '-7.00'],
  ['1,204.50', '1204.50'],
  ['1 204', '1204.00'],
  ['12\u00a0345\u202f678.9', '12345678.90'],
  ['1,50,000', '150000.00'],
])('%s is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each(['12,50', '1,5', '1204,50', '1,2,3', '1.204,50', '1 2', '1.5 0', ',5', '', '.', '1e3', 'NaN'])(
  '%s is refused, because a separator that groups nothing may mean another amount',
  (text) => {
    expect(read(text)).toBe('AMOUNT_NOT_A_NUMBER')
  },
)

test('what is shown can be read again, in every number of decimals', () => {
  for (const currency of ['USD', 'JPY'])
    for (const minor of [0n, 5n, 99n, 100n, 123456789n, -123456n]) {
      const money = { minor, currency }
      expect(parseAmount(formatMoney(money), currency)).toEqual({ ok: true, value: money })
    }
})
