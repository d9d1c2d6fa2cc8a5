import { expect, test } from 'vitest'
import { stateOfTill } from './state-of-till.ts'

test.each([
  [null, null, 'free'],
  ['Ana', null, 'held'],
  ['Ana', '0.00', 'exact'],
  ['Ana', '-5.00', 'short'],
  ['Ana', '0.01', 'over'],
] as const)('a till of %s with the difference %s is %s', (holder, difference, state) => {
  expect(stateOfTill({ holder, difference, isCounted: false })).toBe(state)
})

test('a till that its first person has counted is not said to be held', () => {
  expect(stateOfTill({ holder: 'Ana', difference: null, isCounted: true })).toBe('counted')
})
