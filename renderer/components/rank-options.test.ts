import { expect, test } from 'vitest'
import { countryOptions } from '../screens/customers/countries.ts'
import { rankOptions } from './rank-options.ts'

const first = (typed: string) => rankOptions(countryOptions, typed)[0]?.label

test('"ger" gives Germany, and a code its country', () => {
  expect(first('ger')).toBe('Germany')
  expect(first('us')).toBe('United States')
  expect(first('SE')).toBe('Sweden')
  expect(first('de')).toBe('Germany')
  expect(first('king')).toBe('United Kingdom')
  expect(first('cote')).toMatch(/Ivoire/)
})

test('what begins so comes before what only contains it, and nothing that fits is left out', () => {
  const found = rankOptions(countryOptions, 'ger').map(({ label }) => label)
  expect(found).toEqual(['Germany', 'Algeria', 'Niger', 'Nigeria'])
  expect(rankOptions(countryOptions, ' ')).toEqual(countryOptions)
  expect(rankOptions(countryOptions, 'qqq')).toEqual([])
})

test('a time zone is found by its city, and a currency by its code', () => {
  const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Europe/Stockholm'].map((value) => ({
    value,
    label: value,
  }))
  expect(rankOptions(zones, 'berl')[0]?.value).toBe('Europe/Berlin')
  expect(rankOptions(zones, 'angeles')[0]?.value).toBe('America/Los_Angeles')
  const currencies = [
    { value: 'AUD', label: 'AUD Australian dollar' },
    { value: 'USD', label: 'USD US dollar' },
  ]
  expect(rankOptions(currencies, 'usd')[0]?.value).toBe('USD')
  expect(rankOptions(currencies, 'dollar')).toEqual(currencies)
})
