import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  DAY_COUNTS,
  daysBetween,
  type Fraction,
  isDayCount,
  yearFraction,
} from '../../shared/rules/day-count.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/**
 * Day counts against cases that others have published: a selection always, all of them where COREX_DAY_COUNTS names the file
 * (columns quantity, convention, from, to, value: values of OpenGamma Strata's DayCountTest, Apache-2.0).
 */

type Case = { quantity: string; convention: string; from: string; to: string; value: string }

const readCases = (file: string): Case[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [quantity = '', convention = '', from = '', to = '', value = ''] = line.split(',')
      return { quantity, convention, from, to, value }
    })

const selection = readCases(join(import.meta.dirname, 'day-counts.csv'))
const everything = process.env['COREX_DAY_COUNTS']

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const fractionOf = (value: string): Fraction => {
  const [numerator = '', denominator = '1'] = value.split('/')
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}
const same = (a: Fraction, b: Fraction) => a.numerator * b.denominator === b.numerator * a.denominator

/** Strata's table writes 0 for "as many days as the fraction has 360ths, or 365ths". */
const expectedDays = ({ convention, from, to, value }: Case, all: readonly Case[]): bigint => {
  if (value !== '0') return BigInt(value)
  const twin = all.find(
    (one) =>
      one.quantity === 'fraction' && `${one.convention}${one.from}${one.to}` === `${convention}${from}${to}`,
  )
  const { numerator, denominator } = fractionOf(twin?.value ?? '')
  return (numerator * (convention.endsWith('365') ? 365n : 360n)) / denominator
}

function agreesHere(one: Case, all: readonly Case[]): boolean {
  if (!isDayCount(one.convention)) return false
  return one.quantity === 'days'
    ? BigInt(daysBetween(one.convention, one.from, one.to)) === expectedDays(one, all)
    : same(yearFraction(one.convention, one.from, one.to), fractionOf(one.value))
}

async function agreesInDatabase(one: Case, all: readonly Case[]): Promise<boolean> {
  const { rows } = await database.superuser.query<{ days: string; numerator: string; denominator: string }>(
    'SELECT day_count_days($1, $2, $3) AS days, numerator, denominator FROM year_fraction($1, $2, $3)',
    [one.convention, one.from, one.to],
  )
  const [{ days, numerator, denominator } = { days: '', numerator: '', denominator: '' }] = rows
  return one.quantity === 'days'
    ? BigInt(days) === expectedDays(one, all)
    : same({ numerator: BigInt(numerator), denominator: BigInt(denominator) }, fractionOf(one.value))
}

/** The cases that either side counts otherwise. */
async function disagreeing(cases: readonly Case[]): Promise<string[]> {
  const wrong: string[] = []
  for (const one of cases) {
    const line = Object.values(one).join(' ')
    if (!agreesHere(one, cases)) wrong.push(line)
    if (!(await agreesInDatabase(one, cases))) wrong.push(`in the database: ${line}`)
  }
  return wrong
}

describe('day counts', () => {
  test('a selection of published cases agrees, in the program and in the database', async () => {
    expect(new Set(selection.map(({ convention }) => convention))).toEqual(new Set(DAY_COUNTS))
    expect(await disagreeing(selection)).toEqual([])
  })

  test.skipIf(everything === undefined)(
    'all 386 published cases agree, in the program and in the database (skipped unless COREX_DAY_COUNTS names their file)',
    async () => {
      const cases = readCases(everything ?? '')
      expect(cases).toHaveLength(386)
      expect(await disagreeing(cases)).toEqual([])
    },
  )

  test('the program and the database count the same over years of days, ends of months and leap days included', async () => {
    for (const convention of DAY_COUNTS.filter(isDayCount)) {
      const { rows } = await database.superuser.query<{
        from: string
        to: string
        days: string
        n: string
        d: string
      }>(
        `SELECT a::date::text AS from, b::date::text AS to, day_count_days($1, a::date, b::date) AS days, f.numerator AS n, f.denominator AS d
         FROM generate_series('2023-11-27'::timestamp, '2024-03-04', '1 day') AS a, generate_series(a, a + interval '2 years 40 days', '53 days') AS b,
           year_fraction($1, a::date, b::date) AS f`,
        [convention],
      )
      const wrong = rows.filter(
        ({ from, to, days, n, d }) =>
          daysBetween(convention, from, to) !== Number(days) ||
          !same(yearFraction(convention, from, to), { numerator: BigInt(n), denominator: BigInt(d) }),
      )
      expect(rows.length, convention).toBeGreaterThan(1000)
      expect(wrong, convention).toEqual([])
    }
  })

  test('a period that goes backwards is refused', async () => {
    expect(() => daysBetween('ACT_360', '2026-02-01', '2026-01-31')).toThrow(RangeError)
    expect(() => yearFraction('ACT_360', '2026-02-01', '2026-01-31')).toThrow(RangeError)
  })
})
