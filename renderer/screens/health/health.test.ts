import { expect, test } from 'vitest'
import type { HealthRow } from '../../../shared/contract/health.ts'
import { i18n } from '../../i18n/i18n.ts'
import { barsOf, CHART } from './bars-of.ts'
import { CATALOGUES, gravestFirst, sentenceOf, todoOf, toSeeTo } from './health-words.ts'

const words = { t: i18n.getFixedT('en', CATALOGUES), time: (isoTime: string) => isoTime.slice(0, 10) }
const row = (more: Partial<HealthRow>): HealthRow => ({
  name: 'JOBS',
  state: 'OK',
  says: 'jobs',
  facts: {},
  ...more,
})

test('the gravest comes first, and what is not known is nothing to see to', () => {
  const rows = (['OK', 'UNKNOWN', 'ACT', 'LOOK'] as const).map((state) => row({ state }))
  expect(gravestFirst(rows).map(({ state }) => state)).toEqual(['ACT', 'LOOK', 'UNKNOWN', 'OK'])
  expect(toSeeTo(rows)).toHaveLength(2)
})

test('a row says jobs, calls, sizes and what happened to a backup in words, and what to do', () => {
  const failed = row({ state: 'ACT', says: 'jobsFailed', facts: { names: ['BACKUP', 'DRILL'] } })
  expect(sentenceOf(failed, words)).toBe('Failed: Backup, Restore drill')
  expect(todoOf(failed, words)).toMatch(/Open Jobs/)
  expect(todoOf(row({}), words)).toBeNull()
  const fills = row({ name: 'DISK', says: 'diskFills', facts: { bytes: 4e10, days: 10 } })
  expect(sentenceOf(fills, words)).toBe('40 GB free, full in 10 days')
  const away = row({ name: 'SEALED', says: 'sealedTrouble', facts: { fault: 'FOLDER_AWAY', text: '/srv' } })
  expect(sentenceOf(away, words)).toMatch(/cannot be reached: \/srv/)
  const slow = row({ name: 'CALLS', says: 'callsSlow', facts: { text: 'jobs.list', ms: 1800 } })
  expect(sentenceOf(slow, words)).toBe('See the jobs takes 1,800 ms')
  const lacks = row({ name: 'SERVER', says: 'serverUnpatched', facts: { text: '18.4', wanted: '18.6' } })
  expect(todoOf(lacks, words)).toMatch(/Install 18\.6/)
})

test('the highest bar fills the chart, and a little is still seen', () => {
  const [none, little, most] = barsOf([0, 1, 1_000_000])
  expect(none?.height).toBe(0)
  expect(little?.height).toBe(1)
  expect(most).toMatchObject({ y: 0, height: CHART.height })
})
