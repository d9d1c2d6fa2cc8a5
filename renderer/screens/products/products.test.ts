import { expect, test } from 'vitest'
import { termsInForce } from '../../../shared/rules/product-terms.ts'
import { isNothing, percentOf } from './percent.ts'
import { ratesInWords } from './rates-in-words.ts'

test('a percentage is read without zeros at its end', () => {
  expect(percentOf('2.5000')).toBe('2.5\u00A0%')
  expect(percentOf('10.0000')).toBe('10\u00A0%')
  expect(percentOf('10')).toBe('10\u00A0%')
  expect(isNothing('0.0000')).toBe(true)
  expect(isNothing('0.0100')).toBe(false)
})

test('several bands are told from the least to the most, and none as none', () => {
  const bands = (...rates: string[]) => ({ rates: rates.map((rate) => ({ above: '0.00', rate })) })
  expect(ratesInWords(bands())).toBeNull()
  expect(ratesInWords(bands('0.0000'))).toBeNull()
  expect(ratesInWords(bands('1.5000'))).toBe('1.5\u00A0%')
  expect(ratesInWords(bands('10.0000', '9.0000'))).toBe('9\u00A0% – 10\u00A0%')
})

test('of several terms the latest that have begun are in force', () => {
  const terms = ['2026-06-01', '2026-01-01', '2027-01-01'].map((validFrom) => ({ validFrom }))
  expect(termsInForce(terms, '2026-12-31')).toEqual({ validFrom: '2026-06-01' })
  expect(termsInForce(terms, '2025-12-31')).toBeUndefined()
})
