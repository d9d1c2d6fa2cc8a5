import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { literally, planted } from './mutant.ts'
import { MUTANTS } from './mutants.ts'

/** What can be said of the planted faults without planting them: `npm run mutants` does that. */

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const faults = MUTANTS.map(({ fault }) => fault)

test('every fault can be planted: the text that it replaces stands once in its file', () => {
  expect(MUTANTS.length).toBeGreaterThan(180)
  for (const mutant of MUTANTS)
    expect(planted(read(mutant.file), mutant), mutant.fault).not.toBe(read(mutant.file))
})

test('every fault is stated once, and names tests that exist', () => {
  expect(faults.filter((fault, at) => faults.indexOf(fault) !== at)).toEqual([])
  for (const { fault, tests } of MUTANTS) {
    expect(tests.length, fault).toBeGreaterThan(0)
    expect(
      tests.filter((file) => !existsSync(join(root, file))),
      fault,
    ).toEqual([])
  }
})

test('for every kind that was found by use or attack a fault is planted, and a test with that title sees it', () => {
  expect(Object.keys(KINDS)).toHaveLength(27)
  for (const [kind, seen] of Object.entries(KINDS)) {
    expect(seen.length, kind).toBeGreaterThan(0)
    for (const [fault, file, title] of seen) {
      expect(MUTANTS.find((mutant) => mutant.fault === fault)?.tests ?? [], fault).toContain(file)
      expect(read(file), `${file}: ${title}`).toMatch(titled(title))
    }
  }
})

/** The title of a test, as it is written in its file. */
const titled = (title: string) => new RegExp(`['"\`]${literally(title)}['"\`]`)
