import { expect, test } from 'vitest'
import { isoTimeIn, todayIn } from '../../shared/rules/branch-time.ts'
import { formatExactTime, formatTime, withOffsetBeside } from '../../renderer/i18n/dates.ts'
import { formatTime as onPaper } from '../../electron/print/words.ts'

const LATE = '2026-11-22T23:30:05.9Z'

test.each([
  ['Europe/Stockholm', '2026-11-23', '23 Nov 2026, 00:30 +01:00'],
  ['America/New_York', '2026-11-22', '22 Nov 2026, 18:30 -05:00'],
  ['Asia/Kathmandu', '2026-11-23', '23 Nov 2026, 05:15 +05:45'],
  ['UTC', '2026-11-22', '22 Nov 2026, 23:30 +00:00'],
])('a branch in %s reads the same instant by its own calendar and clock', (zone, today, time) => {
  expect(todayIn(zone, new Date(LATE))).toBe(today)
  expect(formatTime(LATE, zone)).toBe(time)
  expect(onPaper(new Date(LATE), zone)).toBe(time)
})

test('the hour that comes twice when the clocks go back is told apart', () => {
  const first = formatTime('2026-10-25T00:30:00Z', 'Europe/Stockholm')
  const second = formatTime('2026-10-25T01:30:00Z', 'Europe/Stockholm')
  expect([first, second]).toEqual(['25 Oct 2026, 02:30 +02:00', '25 Oct 2026, 02:30 +01:00'])
})

test('to the second on a screen, and in ISO 8601 for other programs', () => {
  expect(formatExactTime(LATE, 'Europe/Stockholm')).toBe('23 Nov 2026, 00:30:05 +01:00')
  expect(isoTimeIn('Europe/Stockholm', new Date(LATE))).toBe('2026-11-23T00:30:05+01:00')
})

test('the offset of a time is never alone on the next line of a screen', () => {
  expect(withOffsetBeside('23 Nov 2026, 00:30 +01:00')).toBe('23 Nov 2026, 00:30\u00A0+01:00')
  expect(withOffsetBeside('22 Nov 2026, 18:30:05 -05:00')).toBe('22 Nov 2026, 18:30:05\u00A0-05:00')
})

test('a zone that this computer does not know is read as UTC, which its offset says', () => {
  expect(formatTime(LATE, 'Etc/Unknown')).toBe('22 Nov 2026, 23:30 +00:00')
})
