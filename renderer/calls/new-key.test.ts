import { expect, test } from 'vitest'
import { newKey } from './new-key.ts'

test('a key has the form, the moment and the bits of RFC 9562, version 7', () => {
  // The moment of the example in its appendix A.6: 22 February 2022, 14:22:22 in New York.
  expect(newKey(0x01_7f_22_e2_79_b0)).toMatch(/^017f22e2-79b0-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('keys of later moments come later, and those of one moment differ', () => {
  const keys = Array.from({ length: 500 }, (_, n) => newKey(1_790_000_000_000 + n * 997))
  expect(keys.toSorted()).toEqual(keys)
  expect(new Set(Array.from({ length: 500 }, () => newKey(0))).size).toBe(500)
})
