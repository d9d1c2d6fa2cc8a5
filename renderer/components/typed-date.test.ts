import { expect, test } from 'vitest'
import { formatDate } from '../i18n/dates.ts'
import { readTypedDate } from './typed-date.ts'

const day = (text: string) => ({ kind: 'day', day: text })

test.each([
  '2026-02-03',
  '2026/2/3',
  '2026.02.03',
  '20260203',
  '3.2.2026',
  '03. 02. 2026',
  '3 Feb 2026',
  '03 february 2026',
  'Feb 3, 2026',
  '  3   feb  2026 ',
  '２０２６-０２-０３',
])('%s is 3 February, in whatever order the workstation writes dates', (typed) => {
  expect(readTypedDate(typed)).toEqual(day('2026-02-03'))
})

test('what two readers read as two days is not guessed, and both days are named', () => {
  expect(readTypedDate('03/02/2026')).toEqual({ kind: 'ambiguous', readings: ['2026-02-03', '2026-03-02'] })
  expect(readTypedDate('26/11/2026')).toEqual(day('2026-11-26'))
  expect(readTypedDate('11-26-2026')).toEqual(day('2026-11-26'))
  expect(readTypedDate('05/05/2026')).toEqual(day('2026-05-05'))
})

test.each([
  '',
  'tomorrow',
  '2026-02-30',
  '31.4.2026',
  '3.2.26',
  '42031-01-01',
  '0000-01-01',
  '0026-01-01',
  '13/13/2026',
  '3 Foo 2026',
  '2026-1',
  '123',
])('%j is no day', (typed) => {
  expect(readTypedDate(typed)).toEqual({ kind: 'unread' })
})

test('what the screens show is read back, for every day of four years', () => {
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
    const iso = new Date(at).toISOString().slice(0, 10)
    expect(readTypedDate(iso)).toEqual(day(iso))
    expect(readTypedDate(formatDate(iso))).toEqual(day(iso))
  }
})
