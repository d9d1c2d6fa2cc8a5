import { expect, test } from 'vitest'
import { sizeInWords } from '../../i18n/sizes.ts'
import { howOften } from './job-words.ts'

test('a period is said in the largest unit that fits', () => {
  expect(howOften(600)).toEqual({ key: 'everyMinutes', count: 10 })
  expect(howOften(3_600)).toEqual({ key: 'everyHours', count: 1 })
  expect(howOften(604_800)).toEqual({ key: 'everyDays', count: 7 })
})

test('a size is said in a unit that people read', () => {
  expect(sizeInWords(0)).toBe('0 byte')
  expect(sizeInWords(999)).toBe('999 byte')
  expect(sizeInWords(1_530)).toBe('2 kB')
  expect(sizeInWords(204_500_000)).toBe('204.5 MB')
})
