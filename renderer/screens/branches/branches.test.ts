import { expect, test } from 'vitest'
import { localToday } from '../../../shared/rules/today.ts'
import { proposeNextDate } from './next-date.ts'

test('today is the day of this workstation, not of Greenwich', () => {
  expect(localToday(new Date(2026, 0, 3, 0, 30))).toBe('2026-01-03')
  expect(localToday(new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22')
})

test.each([
  [null, '2026-11-22', '2026-11-22'],
  ['2026-11-20', '2026-11-22', '2026-11-22'],
  ['2026-11-22', '2026-11-22', '2026-11-23'],
  ['2026-12-31', '2026-11-22', '2027-01-01'],
  ['2028-02-28', '2028-02-28', '2028-02-29'],
])('after %s, on %s, %s is proposed', (last, today, next) => {
  expect(proposeNextDate(last, today)).toBe(next)
})
