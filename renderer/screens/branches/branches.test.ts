import { expect, test } from 'vitest'
import { proposeNextDate } from './next-date.ts'
import { proposedFormat, proposedWeekend } from './proposed-format.ts'
import { weekendChoice, weekendOf, weekendOptions } from './weekends.ts'

const [SATURDAY, SUNDAY] = [6, 7]

test.each([
  [null, '2026-11-22', '2026-11-22'],
  ['2026-11-20', '2026-11-22', '2026-11-22'],
  ['2026-11-22', '2026-11-22', '2026-11-23'],
  ['2028-02-28', '2028-02-28', '2028-02-29'],
  ['2026-12-31', '2026-12-31', '2027-01-01'],
])('after %s, on %s, %s is proposed', (last, today, date) => {
  expect(proposeNextDate(last, today, [SATURDAY, SUNDAY])).toEqual({ date, from: null })
})

test('after a Friday the next working day is proposed, and by another weekend another one', () => {
  const friday = '2026-11-27'
  expect(proposeNextDate(friday, friday, [SATURDAY, SUNDAY]).date).toBe('2026-11-30')
  expect(proposeNextDate(friday, friday, [SUNDAY]).date).toBe('2026-11-28')
  expect(proposeNextDate(friday, friday, []).date).toBe('2026-11-28')
})

test('after Monday was closed on the Saturday before, Tuesday is said to wait until Monday', () => {
  const [saturday, monday] = ['2026-11-28', '2026-11-30']
  const proposal = { date: '2026-12-01', from: monday }
  expect(proposeNextDate(monday, saturday, [SATURDAY, SUNDAY])).toEqual(proposal)
  expect(proposeNextDate(monday, monday, [SATURDAY, SUNDAY])).toEqual({ ...proposal, from: null })
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

test.each([
  ['USD', 'en-GB', [6, 7]],
  ['SAR', 'en-US', [5, 6]],
  ['INR', 'en-US', [7]],
  ['EUR', 'sv-SE', [6, 7]],
])('a branch in %s on a computer in %s is proposed to rest on the days %j', (currency, computer, weekend) => {
  expect(proposedWeekend(currency, computer)).toEqual(weekend)
})

test('every weekend is chosen by one value and read again as the same days, also none', () => {
  for (const days of [[6, 7], [5], [], [1, 3]]) expect(weekendOf(weekendChoice(days))).toEqual(days)
  expect(weekendOptions([1, 3], 'none').map(({ label }) => label)).toContain('Monday, Wednesday')
})
