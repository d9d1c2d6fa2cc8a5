import { expect, test } from 'vitest'
import { addressInOneLine } from './address.ts'

test('an address in one line has its postcode, and nothing for what is not on file', () => {
  const lives = { address: 'Storgatan 5', postcode: '111 29', city: 'Stockholm' }
  expect(addressInOneLine(lives)).toBe('Storgatan 5, 111 29 Stockholm')
  expect(addressInOneLine({ ...lives, postcode: null })).toBe('Storgatan 5, Stockholm')
  expect(addressInOneLine({ address: null, postcode: null, city: null })).toBe('')
})
