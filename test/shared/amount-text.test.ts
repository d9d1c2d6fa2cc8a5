import { describe, expect, test } from 'vitest'
import { amountText, readAmount } from '../../shared/amount-text.ts'
import { formatMoney, toDecimal } from '../../shared/money.ts'
import { numberFormats, type NumberFormat } from '../../shared/number-format.ts'

const read = (text: string, currency = 'USD', format: NumberFormat = 'POINT_COMMA') => {
  const amount = readAmount(text, currency, format)
  return amount.ok ? toDecimal(amount.value) : amount.error
}

describe('an amount in the number format of the branch', () => {
  test.each([
    ['1204.5', 'POINT_COMMA', '1204.50'],
    ['1,204.50', 'POINT_COMMA', '1204.50'],
    ['1,000', 'POINT_COMMA', '1000.00'],
    ['1,50,000', 'POINT_COMMA', '150000.00'],
    ['12,50', 'COMMA_POINT', '12.50'],
    ['1.204,50', 'COMMA_POINT', '1204.50'],
    ['1.000', 'COMMA_POINT', '1000.00'],
    ['12,5', 'COMMA_SPACE', '12.50'],
    ['1 204,50', 'COMMA_SPACE', '1204.50'],
    ['1’204.50', 'POINT_APOSTROPHE', '1204.50'],
    ['−7', 'POINT_COMMA', '-7.00'],
    [',5', 'COMMA_POINT', '0.50'],
  ] as const)('%s in %s is %s', (text, format, expected) => {
    expect(read(text, 'USD', format)).toBe(expected)
  })

  test.each([
    ['12\u00a0345\u202f678.9', 'POINT_COMMA', '12345678.90'],
    ['1\u202f204,50', 'COMMA_POINT', '1204.50'],
    ["1'204.50", 'POINT_COMMA', '1204.50'],
    ['$1,204.50', 'POINT_COMMA', '1204.50'],
    ['US$ 1,204.50', 'POINT_COMMA', '1204.50'],
    ['-$12.50', 'POINT_COMMA', '-12.50'],
    ['\u200e1,204.50 USD', 'POINT_COMMA', '1204.50'],
    ['USD\u00a0100', 'POINT_COMMA', '100.00'],
  ] as const)('pasted %j in %s is %s', (text, format, expected) => {
    expect(read(text, 'USD', format)).toBe(expected)
  })
})

test.each([
  ['1.000', 'USD', 'POINT_COMMA', '1.00', '1000.00'],
  ['1,000', 'USD', 'COMMA_POINT', '1,00', '1000,00'],
  ['50.000', 'JPY', 'POINT_COMMA', '50', '50000'],
  ['50,000', 'JPY', 'COMMA_POINT', '50', '50000'],
  ['1,500', 'KWD', 'POINT_COMMA', '1500.000', '1.500'],
] as const)('%s %s in %s is refused with both readings', (text, currency, format, here, there) => {
  expect(read(text, currency, format)).toEqual({ code: 'AMOUNT_AMBIGUOUS', details: { text, here, there } })
})

test.each([
  ['12,50', 'POINT_COMMA', '12.50'],
  ['1,5', 'POINT_COMMA', '1.50'],
  ['1204,50', 'POINT_COMMA', '1204.50'],
  ['1.204,50', 'POINT_COMMA', '1204.50'],
  ['12.50', 'COMMA_POINT', '12,50'],
  ['1.204,50', 'COMMA_SPACE', '1204,50'],
] as const)('%s in %s is refused with what it means elsewhere', (text, format, there) => {
  expect(read(text, 'USD', format)).toEqual({ code: 'AMOUNT_OTHER_FORMAT', details: { text, there } })
})

test.each([
  ['€ 12.50', '€'],
  ['12.50 EUR', 'EUR'],
  ['kr 12', 'kr'],
  ['CA$12', 'CA$'],
])('%s in a dollar field is refused because it names another currency', (text, typed) => {
  expect(read(text)).toEqual({ code: 'AMOUNT_OTHER_CURRENCY', details: { typed, currency: 'USD' } })
})

test.each([
  '1k5',
  '1,2,3',
  '1 2',
  '1.5 0',
  '',
  '.',
  ',',
  '1e3',
  'NaN',
  '1.2.3',
  '12 apples',
  '--5',
  '0,123',
  '½',
])('%j is no amount', (text) => {
  expect(read(text)).not.toBeTypeOf('string')
})

test('a sum that is not finished is no amount, whatever stands before its sign', () => {
  expect(read('100.00 +')).toEqual({ code: 'AMOUNT_SUM_UNFINISHED' })
})

const MINORS = [0n, 5n, 99n, 100n, 1500n, 12_345n, 100_000n, 123_456_789n, 9_999_999_999_999n, -123_456n]
/** Currencies of two, no and three decimals. */
const CURRENCIES = ['USD', 'JPY', 'KWD']

test.each(numberFormats)('what a field in %s shows, it reads again as the same amount', (format) => {
  for (const currency of CURRENCIES)
    for (const minor of MINORS)
      for (const write of [formatMoney, amountText]) {
        const money = { minor, currency }
        expect(readAmount(write(money, format), currency, format)).toEqual({ ok: true, value: money })
      }
})

/** Every text of up to nine signs that could be an amount: groups of one to three digits between separators. */
function* texts(): Generator<string> {
  const groups = ['', '1', '12', '500', '000']
  const separators = ['', '.', ',', ' ', "'"]
  for (const a of groups)
    for (const s of separators)
      for (const b of groups) for (const r of separators) for (const c of groups) yield `${a}${s}${b}${r}${c}`
}

test('no text is one amount in one branch and another amount in another', () => {
  for (const currency of CURRENCIES)
    for (const text of texts()) {
      const readings = numberFormats.map((format) => readAmount(text, currency, format))
      const amounts = new Set(readings.flatMap((reading) => (reading.ok ? [reading.value.minor] : [])))
      expect(amounts.size, `${text} ${currency}`).toBeLessThanOrEqual(1)
    }
})
