import { expect, test } from 'vitest'
import { proposeNextDate } from './next-date.ts'
import { proposedFormat } from './proposed-format.ts'

test.each([
  [null, '2026-11-22', '2026-11-22'],
  ['2026-11-20', '2026-11-22', '2026-11-22'],
  ['2026-11-22', '2026-11-22', '2026-11-23'],
  ['2026-12-31', '2026-11-22', '2027-01-01'],
  ['2028-02-28', '2028-02-28', '2028-02-29'],
])('after %s, on %s, %s is proposed', (last, today, next) => {
  expect(proposeNextDate(last, today)).toBe(next)
})

test.each([
  ['USD', 'en-GB', 'POINT_COMMA'],
  ['GBP', 'de-DE', 'POINT_COMMA'],
  ['EUR', 'de-DE', 'COMMA_POINT'],
  ['EUR', 'fr-FR', 'COMMA_SPACE'],
  ['SEK', 'en-US', 'COMMA_SPACE'],
  ['CHF', 'en-US', 'POINT_APOSTROPHE'],
  ['INR', 'en-US', 'POINT_COMMA'],
] as const)(
  'a branch in %s on a computer in %s is proposed to write amounts as %s',
  (currency, computer, format) => {
    expect(proposedFormat(currency, computer)).toBe(format)
  },
)
