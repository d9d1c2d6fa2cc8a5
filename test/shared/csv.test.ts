import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonWithoutFormula, quotedCell, withoutFormula } from '../../shared/rules/csv.ts'

const FORMULA = /^[\p{Zs}"]*[=+\-@＝＋－＠]/u
const SEPARATORS = [',', ';', '\t', '|', ':', '!', '/', '&', '~', '\r', '\n', '#', '·']

/** The cells of a line as a spreadsheet with another list separator may read them: quotation marks count for nothing, or are removed. */
const cellsOf = (line: string, separator: string) => line.split(separator)

/** Texts in which separators and signs of formulas are frequent. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SEPARATORS, ...Array.from('=+-@＝＋－＠"\' xä1')),
      fc.string({ maxLength: 4 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))

const isFormula = (cell: string) => FORMULA.test(cell)

test('no cell of an exported line is a formula under any list separator', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...SEPARATORS), (text, separator) => {
      const line = `1,${quotedCell(withoutFormula(text))},2`
      expect(cellsOf(line, separator).filter(isFormula)).toEqual([])
    }),
    { numRuns: 5_000 },
  )
})

test('text that is no formula stays as it is, and of a formula nothing is lost', () => {
  for (const text of ['', 'Rent for November', "O'Brien", '12 a-b', 'Müller & Söhne', 'a@b.test'])
    expect(withoutFormula(text)).toBe(text)
  fc.assert(
    fc.property(hostile, (text) => {
      expect(withoutFormula(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''))
    }),
  )
})

test('what is exported as JSON reads back as it was, and is no formula either', () => {
  const values = fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile, { maxLength: 3 }), fc.boolean()))
  fc.assert(
    fc.property(values, fc.constantFrom(...SEPARATORS), (value, separator) => {
      const json = jsonWithoutFormula(value)
      expect(JSON.parse(json)).toEqual(value)
      expect(cellsOf(quotedCell(withoutFormula(json)), separator).filter(isFormula)).toEqual([])
      expect(withoutFormula(json)).toBe(json)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['x;=cmd', "x;'=cmd"],
  ['x\t=cmd', "x\t'=cmd"],
  ['x\r@SUM(A1)', "x\r'@SUM(A1)"],
  ['x; +1', "x;' +1"],
  ['Rent - November', 'Rent - November'],
  ['ana@example.test', 'ana@example.test'],
  ['2026-11-26', '2026-11-26'],
])('%j is written as %j', (text, written) => {
  expect(withoutFormula(text)).toBe(written)
})
