import { expect, test } from 'vitest'
import { proposeNextDate } from './next-date.ts'

test.each([
  [null, '2026-11-22', '2026-11-22'],
  ['2026-11-20', '2026-11-22', '2026-11-22'],
  ['2026-11-22', '2026-11-22', '2026-11-23'],
  ['2026-12-31', '2026-11-22', '2027-01-01'],
  ['2028-02-28', '2028-02-28', '2028-02-29'],
])('after %s, on %s, %s is proposed', (last, today, next) => {
  expect(proposeNextDate(last, today)).toBe(next)
})
