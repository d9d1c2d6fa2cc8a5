import { expect, test } from 'vitest'
import { todayIn } from '../../shared/rules/branch-time.ts'
import { openDate } from '../support/days.ts'
import { only, refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { TIME_ZONE } from '../support/zone.ts'

const branch = await branchForFile()
const { database } = branch
const supervisor = branch.pool('supervisor')
const open = (date: string) => supervisor.query('SELECT open_branch_day($1)', [date])
const close = () => supervisor.query('SELECT close_branch_day()')

/** The date so many days after another one. */
function after(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

/** The first day after another one that is not at the weekend. */
function nextWorkingDay(date: string): string {
  const next = after(date, 1)
  return isWeekend(next) ? nextWorkingDay(next) : next
}

const latest = async () =>
  only(
    (
      await database.superuser.query<{ latest: string }>(
        'SELECT latest_business_date(id)::text AS latest FROM branches',
      )
    ).rows,
  ).latest

test('a day is later than every day before it, and at most the next working day of the branch', async () => {
  const last = nextWorkingDay(todayIn(TIME_ZONE))
  await close()
  await expect(close()).rejects.toMatchObject(refused('BRANCH_DAY_CLOSED'))
  await expect(open('2020-01-01')).rejects.toMatchObject(refused('BUSINESS_DATE_NOT_LATER'))
  for (const never of [after(last, 1), after(last, 365), '9999-12-31', 'infinity'])
    await expect(open(never), never).rejects.toMatchObject({
      ...refused('BUSINESS_DATE_TOO_FAR'),
      detail: `{"latest": "${last}"}`,
    })
  await open(last)
  expect(await openDate(branch)).toBe(last)
})

test('the next working day goes by the branch’s own calendar and its own weekend', async () => {
  const zones = { 'Pacific/Kiritimati': [6, 7], 'Pacific/Pago_Pago': [6, 7], 'Asia/Riyadh': [5, 6] } as const
  for (const [zone, weekend] of Object.entries(zones)) {
    await database.superuser.query('UPDATE branches SET time_zone = $1, weekend = $2', [zone, weekend])
    const rest = weekend.map((day) => day % 7)
    let expected = after(todayIn(zone), 1)
    while (rest.includes(new Date(`${expected}T00:00:00Z`).getUTCDay())) expected = after(expected, 1)
    expect(await latest(), zone).toBe(expected)
  }
})
