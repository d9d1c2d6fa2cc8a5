import { expect, test } from 'vitest'
import { renderStatementPdf } from '../../electron/print/statement-pdf.ts'
import { statementTotals } from '../../electron/print/statement.ts'
import { readPdf, type Word } from './read-pdf.ts'
import { OPTIONS, statementOf } from './samples.ts'

const many = (count: number, description: string | null = null) =>
  Array.from({ length: count }, (_, at) => ({
    side: at % 3 === 0 ? ('CREDIT' as const) : ('DEBIT' as const),
    cents: BigInt(((at * 7919) % 400_000) + 100),
    description,
  }))

const read = async (statement: ReturnType<typeof statementOf>) =>
  readPdf(await renderStatementPdf(statement, OPTIONS))

test('an account without any entry has a statement too', async () => {
  const { text, sizes, title } = await read(statementOf([]))
  expect(sizes).toEqual([[595, 842]])
  expect(title).toBe('Statement 4017-220-912')
  for (const fact of ['Maria Petrova', '4017-220-912', 'Current account', 'All entries', '1 of 1', '0.00'])
    expect(text.split('\n')).toContain(fact)
})

test.each([
  ['2026-01-01', '2026-03-31', '1 Jan 2026 – 31 Mar 2026'],
  ['2026-01-01', null, 'From 1 Jan 2026'],
  [null, '2026-03-31', 'Up to 31 Mar 2026'],
])('the period from %s to %s reads %s', async (from, to, said) => {
  expect((await read({ ...statementOf([]), from, to })).text).toContain(said)
})

test('every page has headings and its number, every line is there once, and the last balance is the closing one', async () => {
  const statement = statementOf(many(150), {}, 1_204_550n)
  const { pages, text } = await read(statement)
  expect(pages.length).toBeGreaterThan(3)
  for (const [at, words] of pages.entries()) {
    const said = words.map((word) => word.text)
    for (const heading of ['Date', 'Description', 'Reference', 'Debit', 'Credit', 'Balance'])
      expect(said.filter((word) => word === heading)).toHaveLength(1)
    expect(said).toContain(`${at + 1} of ${pages.length}`)
    expect(said).toContain('4017-220-912')
  }
  const said = text.split('\n')
  for (const line of statement.lines) expect(said.filter((word) => word === line.reference)).toHaveLength(1)
  expect(statement.lines.at(-1)?.balanceAfter).toBe(statement.closingBalance)
  const { debits, credits } = statementTotals(statement)
  expect(1_204_550n + credits.minor - debits.minor).toBe(BigInt(statement.closingBalance.replace('.', '')))
})

const ends = (words: readonly Word[], pattern: RegExp) =>
  words.filter((word) => pattern.test(word.text)).map((word) => word.right)

test('figures end under each other', async () => {
  const { pages } = await read(statementOf(many(30), {}, 999_999_999n))
  const balances = ends(pages[0] ?? [], /^9,9\d\d,\d{3}\.\d\d$/).filter((right) => right > 500)
  expect(balances.length).toBeGreaterThan(25)
  expect(Math.max(...balances) - Math.min(...balances)).toBeLessThan(0.1)
})

/** Words on one line that overlap. */
const overlaps = (words: readonly Word[]) =>
  words.flatMap((word) =>
    words.filter(
      (other) =>
        other !== word &&
        other.baseline === word.baseline &&
        other.left >= word.left &&
        other.left < word.right - 0.1,
    ),
  )

test('the longest descriptions and the largest amounts overlap nothing and stay on the page', async () => {
  const most = 999_999_999_999_999n
  const wide = statementOf(
    [
      { side: 'CREDIT', cents: most, description: 'Wide words and more of them, '.repeat(6) },
      { side: 'DEBIT', cents: most, description: 'x'.repeat(200) },
      { side: 'DEBIT', cents: most, description: 'Ж'.repeat(200) },
    ],
    { customerName: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6) },
  )
  for (const words of (await read(wide)).pages) {
    expect(overlaps(words)).toEqual([])
    for (const word of words) {
      expect(word.left).toBeGreaterThan(42)
      expect(word.right).toBeLessThan(595 - 42)
      expect(word.baseline).toBeGreaterThan(30)
    }
  }
})

test('rows of many lines never overlap the foot', async () => {
  const { pages } = await read(statementOf(many(80, 'A description that needs three lines. '.repeat(4))))
  expect(pages.length).toBeGreaterThan(3)
  for (const words of pages) {
    const foot = words.find((word) => word.text.startsWith('Printed'))?.baseline ?? 0
    expect(foot).toBeGreaterThan(0)
    for (const word of words.filter(({ baseline }) => baseline !== foot))
      expect(word.baseline).toBeGreaterThan(foot + 15)
  }
})

test('of a loan it says what is owed', async () => {
  const loan = statementOf(
    [
      { side: 'DEBIT', cents: 900_000n },
      { side: 'CREDIT', cents: 75_000n },
    ],
    { accountType: 'LOAN' },
  )
  const { text } = await read(loan)
  expect(text.split('\n')).toEqual(
    expect.arrayContaining(['Owed', 'Opening owed', 'Closing owed', '8,250.00']),
  )
  expect(text.toLowerCase()).not.toContain('balance')
})

test('lines that do not lead to the closing balance are never printed', () => {
  const good = statementOf(many(5))
  expect(() => statementTotals({ ...good, closingBalance: '1.00' })).toThrow('closing balance')
  expect(() => statementTotals({ ...good, openingBalance: '1.00' })).toThrow('After T')
  expect(() => statementTotals({ ...good, lines: good.lines.toReversed() })).toThrow('After T')
})

test('printing five thousand lines twice gives the same bytes', async () => {
  const statement = statementOf(many(5000, 'An invoice whose description is folded over two lines'))
  const first = await renderStatementPdf(statement, OPTIONS)
  const second = await renderStatementPdf(statement, OPTIONS)
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})
