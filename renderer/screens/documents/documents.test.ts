import { expect, test } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { ageInWords } from './age.ts'
import { stateOfNeed } from './needs.ts'

const t = i18n.getFixedT('en', 'documents')
const MINUTE = 60_000

test.each([
  [-5 * MINUTE, 'just now'],
  [59_000, 'just now'],
  [24 * MINUTE, '24 min'],
  [70 * MINUTE, '1 h 10 min'],
  [24 * 60 * MINUTE, '1 day'],
  [60 * 60 * MINUTE, '2 days'],
])('after %i ms the age is %s', (waited, words) => {
  expect(ageInWords(t, waited)).toBe(words)
})

const passport = (status: 'PENDING' | 'APPROVED' | 'REJECTED') =>
  ({ documentType: 'PASSPORT', status }) as const

test('a proof is approved by one approved document, whatever became of the others', () => {
  expect(stateOfNeed([passport('REJECTED'), passport('APPROVED'), passport('PENDING')], 'identity')).toBe(
    'approved',
  )
})

test('a proof waits or is missing', () => {
  expect(stateOfNeed([passport('REJECTED'), passport('PENDING')], 'identity')).toBe('waiting')
  expect(stateOfNeed([passport('REJECTED')], 'identity')).toBe('missing')
  expect(stateOfNeed([passport('APPROVED')], 'address')).toBe('missing')
})
