import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checklistPages } from '../tools/checklists/pages.ts'
import { readRows, testOf } from '../tools/checklists/rows.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const csv = read('docs/checklists.csv')
const rows = readRows(csv)

/** Of ASVS 5.0: rows of the levels 1 and 2, by chapter. */
const ASVS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

test('every row of the checklists is there once: 253 of ASVS, twenty of Electron’s guide, and Doyensec’s', () => {
  const ids = rows.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const chapters = ASVS.map((_, at) => ids.filter((id) => id.startsWith(`V${at + 1}.`)).length)
  expect(chapters).toEqual(ASVS)
  const levels = ['1', '2'].map((level) => rows.filter((row) => row.level === level).length)
  expect(levels).toEqual([70, 183])
  expect(ids.filter((id) => id.startsWith('E'))).toEqual(Array.from({ length: 20 }, (_, at) => `E${at + 1}`))
})

test('a row without a state, or without what stands for it, is none', () => {
  for (const line of [
    'V1.1.1;1;;Something;somewhere',
    'V1.1.1;1;sure;Something;somewhere',
    'V1.1.1;1;gap;Something;',
  ])
    expect(() => readRows(`head\n${line}`)).toThrow('V1.1.1')
})

test('every row that is proven names a test that exists, by its title', () => {
  const missing = rows.flatMap((row) => {
    const named = testOf(row)
    if (named === null) return []
    const { file, title } = named
    const isTest = /\.(test|spec)\.ts$/.test(file) && existsSync(join(root, file))
    return isTest && title.length > 5 && read(file).includes(title) ? [] : [`${row.id} ${row.shownBy}`]
  })
  expect(missing).toEqual([])
})

test('the pages are made from the rows', () => {
  for (const [file, text] of Object.entries(checklistPages(csv))) expect(read(file), file).toBe(text)
})
