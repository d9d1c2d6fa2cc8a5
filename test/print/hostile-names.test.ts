import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { renderBeancount } from '../../electron/print/journal-beancount.ts'
import { renderHledger } from '../../electron/print/journal-hledger.ts'
import type { Journal } from '../../electron/print/journal.ts'
import { renderStatementCamt } from '../../electron/print/statement-camt.ts'
import { renderStatementCsv } from '../../electron/print/statement-csv.ts'
import { NASTY_STRINGS } from '../contract/nasty-strings.ts'
import { isInstalled, runProgram } from '../support/programs.ts'
import { OPTIONS, statementOf } from './samples.ts'

/** Exports with names and words of people who want the program that reads them to read something else. */

const HOSTILE = [
  'Quote " and \\ backslash \\',
  "Apostrophe ' and `tick`",
  'First line\n2026-01-06 * "Second posting"\n  Assets:Stolen  1.00 USD',
  'Carriage\rreturn and line\u2028separator\u2029paragraph\u0085next',
  '; comment, date:2020-01-01, type:X',
  '=1+1 @ +2 -3',
  '| payee | note',
  '(virtual) [balanced]  = USD 999.00',
  '  two  blanks  ',
  'right\u202Eto\u200Fleft\u2066isolated\u2069',
  'عميل "عربي"',
  'हिन्दी नाम',
  '</Nm><Nm>Eve</Nm> & <!-- ]]> <![CDATA[ "',
  ':colons::and:',
  '½ ² ① ß ﬁ',
  '🏦',
  '%%% !!! ---',
  ...NASTY_STRINGS.map((text) => text.slice(0, 200)),
]

/** A journal in which each of them is the words of a posting, the name of an account in the chart, and in turn that of the branch. */
function journalOf(branchName: string): Journal {
  const accounts = HOSTILE.map((name, n) => ({
    number: String(4_017_000_000 + n),
    currency: 'USD',
    accountType: 'SAVINGS',
    class: 'LIABILITY' as const,
    path: ['Liabilities', name, `${name} ${n}`],
    opening: '0.00',
    closing: '-1.00',
  }))
  const cash = { number: '1', class: 'ASSET' as const, path: ['Assets', 'Cash'], accountType: 'VAULT' }
  const sum = `${accounts.length}.00`
  return {
    branchName,
    from: null,
    to: null,
    takenAt: '2026-01-06T10:00:00+01:00',
    accounts: [...accounts, { ...cash, currency: 'USD', opening: '0.00', closing: sum }],
    transactions: HOSTILE.map((description, n) => ({
      reference: `T260105-${String(n).padStart(6, '0')}`,
      date: '2026-01-05',
      valueDate: '2026-01-06',
      transactionType: 'DEPOSIT' as const,
      description,
      postedAt: '2026-01-05T10:00:00+01:00',
      actor: 'PERSON',
      legs: [
        { account: '1', currency: 'USD', amount: '1.00', balance: `${n + 1}.00` },
        { account: String(4_017_000_000 + n), currency: 'USD', amount: '-1.00', balance: '-1.00' },
      ],
    })),
    totals: [
      {
        currency: 'USD',
        transactions: HOSTILE.length,
        entries: HOSTILE.length * 2,
        debits: sum,
        credits: sum,
      },
    ],
  }
}

const folder = await mkdtemp(join(tmpdir(), 'corex-hostile-'))
afterAll(() => rm(folder, { recursive: true }))

async function read(program: string, args: readonly string[], name: string, content: Uint8Array) {
  const file = join(folder, name)
  await writeFile(file, content)
  return runProgram(program, [...args, file])
}

/** Of the branch's name only those that could end a line: it stands in a comment. */
const BRANCHES = ['Branch', ...HOSTILE.filter((name) => /[\r\n\u2028\u2029\u0085]/.test(name)).slice(0, 4)]

test.skipIf(!isInstalled('hledger'))(
  'hledger reads as many postings as there are, whatever their words and accounts are called (needs hledger)',
  { timeout: 120_000 },
  async () => {
    for (const branchName of BRANCHES) {
      const journal = renderHledger(journalOf(branchName))
      expect(await read('hledger', ['check', '--strict', '-f'], 'a.journal', journal)).toEqual({
        ok: true,
        said: '',
      })
    }
    const journal = renderHledger(journalOf('Branch'))
    const { said } = await read('hledger', ['print', '-O', 'csv', '-f'], 'a.journal', journal)
    expect(new Set(said.match(/T260105-\d{6}/g))).toHaveProperty('size', HOSTILE.length)
    const accounts = await read('hledger', ['accounts', '--used', '-f'], 'a.journal', journal)
    expect(accounts.said.trim().split('\n')).toHaveLength(HOSTILE.length + 1)
    expect(accounts.said).not.toMatch(/Stolen$/m)
    const tags = await read('hledger', ['tags', '-f'], 'a.journal', journal)
    expect(tags.said.trim().split('\n').toSorted()).toEqual(['made-by', 'type', 'value-date'])
  },
)

test.skipIf(!isInstalled('bean-check'))(
  'beancount reads them, whatever their words and accounts are called (needs bean-check)',
  { timeout: 120_000 },
  async () => {
    for (const branchName of BRANCHES)
      expect(await read('bean-check', ['-C'], 'a.beancount', renderBeancount(journalOf(branchName)))).toEqual(
        { ok: true, said: '' },
      )
  },
)

test('a table keeps each of them in its cell, and no spreadsheet runs it', () => {
  const entries = HOSTILE.map((description) => ({ side: 'CREDIT' as const, cents: 100n, description }))
  const text = new TextDecoder().decode(renderStatementCsv(statementOf(entries), OPTIONS.timeZone))
  const rows = readCsv(text)
  expect(rows).toHaveLength(HOSTILE.length + 1)
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]))
  for (const row of rows) expect(row.filter((cell) => /^[\p{Zs}]*[=+@＝＋－＠\t\r]/u.test(cell))).toEqual([])
})

/** Cells as RFC 4180 divides them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '') continue
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

test.skipIf(!isInstalled('xmllint'))(
  'camt.053 keeps them in their elements: holder, branch and words (needs xmllint)',
  { timeout: 120_000 },
  async () => {
    const WHEN = { timeZone: OPTIONS.timeZone, madeAt: OPTIONS.createdAt }
    const entries = HOSTILE.map((description) => ({ side: 'CREDIT' as const, cents: 100n, description }))
    const namesOf = async (customerName: string) => {
      const statement = { ...statementOf(entries, { customerName }), branchName: customerName }
      const count = `concat(count(//*[local-name()="Ntry"]), " ", count(//*[local-name()="Nm"]), " ", count(//*))`
      return read('xmllint', ['--xpath', count], 'a.xml', renderStatementCamt(statement, WHEN))
    }
    const ordinary = await namesOf('Ana')
    expect(ordinary).toMatchObject({ ok: true })
    expect(ordinary.said).toMatch(new RegExp(`^${HOSTILE.length} 2 `))
    for (const name of HOSTILE.slice(0, 17)) expect(await namesOf(name)).toEqual(ordinary)
  },
)
