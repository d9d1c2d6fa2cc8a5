import { expect, test } from 'vitest'
import { parseAmount, parseNotNegative, parsePositive, toDecimal } from '../../shared/money.ts'

const read = (text: string, currency = 'USD') => {
  const amount = parseAmount(text, currency)
  return amount.ok ? toDecimal(amount.value) : amount.error.code
}

test.each([
  ['1204.5', '1204.50'],
  ['.5', '0.50'],
  ['-7', '-7.00'],
  ['1204.50', '1204.50'],
])('%s is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each(['12,50', '1,204.50', '1 204', '1.204,50', '1,50,000', '1.5 0', '', '.', '1e3', 'NaN'])(
  'between the window and the ledger %s is refused: only plain decimals are unambiguous',
  (text) => {
    expect(read(text)).toBe('AMOUNT_NOT_A_NUMBER')
  },
)

test('what is sent can be read again, in every number of decimals', () => {
  for (const currency of ['USD', 'JPY', 'KWD'])
    for (const minor of [0n, 5n, 99n, 100n, 123456789n, -123456n]) {
      const money = { minor, currency }
      expect(parseAmount(toDecimal(money), currency)).toEqual({ ok: true, value: money })
    }
})

test.each([
  ['0', 'AMOUNT_ZERO', '0.00'],
  ['-0.00', 'AMOUNT_ZERO', '0.00'],
  ['-0.01', 'AMOUNT_NEGATIVE', 'AMOUNT_NEGATIVE'],
  ['0.01', '0.01', '0.01'],
  ['0.001', 'AMOUNT_TOO_PRECISE', 'AMOUNT_TOO_PRECISE'],
  ['x', 'AMOUNT_NOT_A_NUMBER', 'AMOUNT_NOT_A_NUMBER'],
])('%s is, where money moves, %s, and as a count or a limit %s', (text, moved, counted) => {
  const [positive, notNegative] = [parsePositive(text, 'USD'), parseNotNegative(text, 'USD')]
  expect(positive.ok ? toDecimal(positive.value) : positive.error.code).toBe(moved)
  expect(notNegative.ok ? toDecimal(notNegative.value) : notNegative.error.code).toBe(counted)
})
