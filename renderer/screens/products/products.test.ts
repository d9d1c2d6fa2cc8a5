import { expect, test } from 'vitest'
import { termsInForce } from '../../../shared/rules/product-terms.ts'
import { isNothing, percentOf } from './percent.ts'
import { feesInText, ratesInText } from './facts-in-words.ts'
import { ratesInWords } from './rates-in-words.ts'
import { feesOf } from './terms-schema.ts'

test('a percentage is read without zeros at its end', () => {
  expect(percentOf('2.5000')).toBe('2.5\u00A0%')
  expect(percentOf('10.0000')).toBe('10\u00A0%')
  expect(percentOf('10')).toBe('10\u00A0%')
  expect(isNothing('0.0000')).toBe(true)
  expect(isNothing('0.0100')).toBe(false)
})

const bands = (...rates: string[]) => ({ rates: rates.map((rate) => ({ above: '0.00', rate })) })

test('several bands are told from the least to the most, and none as none', () => {
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

test('what a form holds becomes rules: lines of a type are its steps, and nothing typed is no limit', () => {
  const typed = { above: '0', flat: '1.00', percent: '0', minimum: '0.00', maximum: '0' }
  const lines = [
    { ...typed, type: 'WITHDRAWAL' as const, minimum: '0.50' },
    { ...typed, type: 'DEPOSIT' as const },
    { ...typed, type: 'WITHDRAWAL' as const, above: '1000.00', flat: '0', percent: '0.25' },
  ]
  expect(feesOf(lines)).toEqual([
    { type: 'DEPOSIT', minimum: null, maximum: null, steps: [{ above: '0', flat: '1.00', percent: '0' }] },
    {
      type: 'WITHDRAWAL',
      minimum: '0.50',
      maximum: null,
      steps: [
        { above: '0', flat: '1.00', percent: '0' },
        { above: '1000.00', flat: '0', percent: '0.25' },
      ],
    },
  ])
})

test('a proposal is read in words', () => {
  const rates = JSON.stringify([
    { above: '0.00', rate: '1.0000' },
    { above: '5000.00', rate: '2.2500' },
  ])
  expect(ratesInText(rates, 'USD')).toBe('1\u00A0%, 2.25\u00A0% above 5,000.00')
  expect(ratesInText('[]', 'USD')).toBe('none')
  const fees = JSON.stringify([
    {
      type: 'WITHDRAWAL',
      minimum: '0.50',
      maximum: null,
      steps: [
        { above: '0.00', flat: '1.00', percent: '0.0000' },
        { above: '1000.00', flat: '0.00', percent: '0.2500' },
      ],
    },
  ])
  expect(feesInText(fees, 'USD')).toBe('Withdrawal: 1.00, from 1,000.00 0.25\u00A0%, at least 0.50')
})
