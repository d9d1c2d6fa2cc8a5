import { expect, test } from 'vitest'
import type { BackupView } from '../../../shared/contract/backups.ts'
import { sizeText } from './size.ts'
import { momentTyped, typedMoment } from './typed-moment.ts'
import { thingsToDo, warningsOf } from './warnings-of.ts'

const view = (changes: Partial<BackupView> = {}): BackupView => ({
  at: '2026-11-27T12:00:00Z',
  isEmbedded: true,
  folder: '/backup',
  keepDays: 30,
  hasSheet: true,
  wordsCheckedAt: '2026-11-01T12:00:00Z',
  lastFull: { at: '2026-11-27T02:00:00Z', bytes: 53_000_000, seconds: 4 },
  lastDifferential: null,
  lastDrill: null,
  sealedAt: '2026-11-27T11:59:30Z',
  shippedAt: '2026-11-27T11:59:30Z',
  waitingBytes: 0,
  trouble: null,
  heldBytes: 0,
  heldLeft: 4_000_000_000,
  freeBytes: 80_000_000_000,
  timeline: 1,
  work: null,
  ...changes,
})

test('what is well is not spoken of, and what is not is said before anything is lost', () => {
  expect(warningsOf(view())).toEqual([])
  expect(warningsOf(view({ hasSheet: false }))).toEqual(['noSheet'])
  expect(warningsOf(view({ folder: null }))).toEqual(['noFolder'])
  expect(warningsOf(view({ shippedAt: '2026-11-27T11:44:00Z' }))).toEqual(['late'])
  expect(warningsOf(view({ heldBytes: 1_500_000_000, freeBytes: 1 }))).toEqual(['held', 'free'])
  expect(warningsOf(view({ wordsCheckedAt: '2025-11-01T12:00:00Z' }))).toEqual(['wordsOld'])
  expect(thingsToDo(view({ isEmbedded: false, folder: null }))).toBe(0)
  expect(thingsToDo(view({ trouble: { code: 'FOLDER_AWAY', about: '/backup' } }))).toBe(1)
})

test('a second is typed as it is shown, and what is none is refused', () => {
  const moment = new Date(2026, 10, 27, 11, 39, 5).toISOString()
  expect(typedMoment(moment)).toBe('2026-11-27 11:39:05')
  expect(momentTyped('2026-11-27 11:39:05')).toBe(moment)
  expect(momentTyped('2026-11-27T11:39')).toBe(new Date(2026, 10, 27, 11, 39).toISOString())
  for (const typed of ['11:39', '2026-13-27 11:39', 'now', '']) expect(momentTyped(typed)).toBe(null)
})

test('sizes are read at a glance', () => {
  expect([0, 999, 53_000_000, 1_800_000_000].map(sizeText)).toEqual(['0 B', '999 B', '53 MB', '1.8 GB'])
})
