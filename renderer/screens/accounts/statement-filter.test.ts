import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_NUMBER_FORMAT } from '../../../shared/number-format.ts'
import { setNumberFormat } from '../../i18n/amounts.ts'
import { EVERYTHING, isCrossed, isNarrowed, soughtText } from './statement-filter.ts'

describe('what a statement looks for', () => {
  beforeEach(() => setNumberFormat('COMMA_POINT'))
  afterAll(() => setNumberFormat(DEFAULT_NUMBER_FORMAT))

  it('is an amount as the ledger writes it, when it reads as one', () => {
    expect(soughtText(' 1.234,5 ', 'EUR')).toBe('1234.50')
    expect(soughtText('12,00', 'EUR')).toBe('12.00')
  })
  it('is the text otherwise, and digits alone are part of a reference too', () => {
    expect(soughtText('1234', 'EUR')).toBe('1234')
    expect(soughtText('T261126-0001', 'EUR')).toBe('T261126-0001')
    expect(soughtText('Rent', 'EUR')).toBe('Rent')
    expect(soughtText('  ', 'EUR')).toBeNull()
  })
})

it('a statement is whole until something narrows it, and a period that ends before it begins is none', () => {
  expect(isNarrowed(EVERYTHING)).toBe(false)
  expect(isNarrowed({ ...EVERYTHING, find: ' ' })).toBe(false)
  expect(isNarrowed({ ...EVERYTHING, to: '2026-01-31' })).toBe(true)
  expect(isCrossed({ from: '2026-02-01', to: '2026-01-31' })).toBe(true)
  expect(isCrossed({ from: '2026-01-31', to: '2026-01-31' })).toBe(false)
})
