import { describe, expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { secondBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { readPdf, type Word } from './read-pdf.ts'

/** Every figure on the paper is compared with the ledger, which is asked here by queries of its own. */

const workplace = await workplaceForFile({ tillsAreMadeUp: true })
const { branch } = workplace
const { superuser } = branch.database
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '9000')
const current = await openNewCustomersAccount(branch, { type: 'CURRENT', agreedLimit: '1000' })
const loan = await openNewCustomersAccount(branch, { type: 'LOAN', agreedLimit: '5000' })
const days = ['2026-03-01', '2026-03-02', '2026-03-05'] as const

const setDay = (date: string, branchId = branch.id) =>
  superuser.query('UPDATE business_days SET business_date = $1 WHERE branch_id = $2 AND closed_at IS NULL', [
    date,
    branchId,
  ])

/** On each day money moves both ways, by amounts that no two of them share. */
for (const [n, day] of days.entries()) {
  await setDay(day)
  const pool = branch.pool('teller')
  await post(pool, 'DEPOSIT', cash, current, `${1500 + n}.05`, { description: `Wages, ${day}` })
  await post(pool, 'WITHDRAWAL', current, cash, `${123 + n}.40`)
  await post(branch.pool('supervisor'), 'TRANSFER', loan, current, `${700 + n}.01`, {
    description: 'Paid out',
  })
  await post(pool, 'TRANSFER', current, loan, `${33 + n}.33`)
}

type Line = {
  date: string
  reference: string
  description: string | null
  debit: string | null
  credit: string | null
  after: string
}

/** In cents, because sums of binary fractions drift. */
const sum = (amounts: readonly (string | null)[]) =>
  amounts.reduce((total, amount) => total + Math.round(Number(amount ?? 0) * 100), 0) / 100

/** What the ledger has of an account in a period: its lines, and the sums and balances around them. */
async function ledgerOf(account: string, from: string | null, to: string | null) {
  const { rows: lines } = await superuser.query<Line>(
    `SELECT t.business_date::text AS date, t.transaction_id AS reference, t.description,
       CASE e.entry_type WHEN 'DEBIT' THEN e.amount::text END AS debit, CASE e.entry_type WHEN 'CREDIT' THEN e.amount::text END AS credit,
       e.balance_after::text AS after
     FROM entries e JOIN transactions t ON t.id = e.transaction_id
     WHERE e.account_id = $1 AND ($2::date IS NULL OR t.business_date >= $2) AND ($3::date IS NULL OR t.business_date <= $3)
     ORDER BY e.sequence`,
    [account, from, to],
  )
  const { rows: before } = await superuser.query<{ balance: string }>(
    `SELECT coalesce((SELECT e.balance_after FROM entries e JOIN transactions t ON t.id = e.transaction_id
       WHERE e.account_id = $1 AND t.business_date < $2 ORDER BY e.sequence DESC LIMIT 1), 0)::numeric(15,2)::text AS balance`,
    [account, from],
  )
  const opening = only(before).balance
  return {
    lines,
    opening,
    closing: lines.at(-1)?.after ?? opening,
    debits: sum(lines.map(({ debit }) => debit)),
    credits: sum(lines.map(({ credit }) => credit)),
  }
}

const exported = async (accountId: string, format: 'PDF' | 'CSV', from: string | null, to: string | null) =>
  (await workplace.as('teller').call('accounts.exportStatement', { accountId, format, from, to })).content

/** As the branch writes amounts. */
const written = (amount: string | number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(Number(amount))

const PERIODS = [
  [null, null],
  [days[0], days[2]],
  [days[1], days[1]],
  [days[1], days[2]],
  [null, days[1]],
  [days[2], null],
  ['2026-03-03', '2026-03-04'],
] as const

describe.each([
  ['a current account', current],
  ['a loan', loan],
])('of %s', (_, account) => {
  test.each(PERIODS)(
    'the PDF from %s to %s has every figure of the ledger in its place',
    async (from, to) => {
      const ledger = await ledgerOf(account, from, to)
      const { pages } = await readPdf(await exported(account, 'PDF', from, to))
      const words = pages.flat()
      expect(below(words, /^Opening /)).toBe(written(ledger.opening))
      expect(below(words, /^Total debits$/)).toBe(written(ledger.debits))
      expect(below(words, /^Total credits$/)).toBe(written(ledger.credits))
      expect(below(words, /^Closing /)).toBe(written(ledger.closing))
      const rows = rowsOf(words)
      expect(rows.filter(({ reference }) => reference !== '')).toEqual(
        ledger.lines.map((line) => ({
          date: printed(line.date),
          reference: line.reference,
          debit: line.debit === null ? '' : written(line.debit),
          credit: line.credit === null ? '' : written(line.credit),
          balance: written(line.after),
        })),
      )
      const none = { date: '', reference: '' }
      expect(rows.filter(({ reference }) => reference === '')).toEqual([
        { ...none, debit: '', credit: '', balance: written(ledger.opening) },
        {
          ...none,
          debit: written(ledger.debits),
          credit: written(ledger.credits),
          balance: written(ledger.closing),
        },
      ])
    },
  )

  test.each(PERIODS)(
    'the CSV from %s to %s has every figure of the ledger in its column',
    async (from, to) => {
      const { lines } = await ledgerOf(account, from, to)
      const [head, ...rows] = new TextDecoder()
        .decode(await exported(account, 'CSV', from, to))
        .trimEnd()
        .split('\r\n')
        .map(
          (row) => row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [],
        )
      const column = (name: string) => head?.findIndex((title) => title === name) ?? -1
      expect(rows.map((row) => row.slice(0, head?.length))).toHaveLength(lines.length)
      for (const [at, line] of lines.entries()) {
        const cell = (name: string) => rows[at]?.[column(name)]
        expect({
          date: cell('Business date'),
          reference: cell('Reference'),
          debit: cell('Debit'),
          credit: cell('Credit'),
          after: cell(account === loan ? 'Owed' : 'Balance'),
          description: cell('Description')?.replaceAll('"', ''),
          currency: cell('Currency'),
        }).toEqual({
          date: line.date,
          reference: line.reference,
          debit: line.debit ?? '',
          credit: line.credit ?? '',
          after: line.after,
          description: line.description ?? '',
          currency: 'USD',
        })
      }
    },
  )
})

test('the closing balance of everything is what stands in the account now', async () => {
  for (const account of [current, loan]) {
    const { rows } = await superuser.query<{ now: string }>(
      'SELECT ledger_balance::text AS now FROM balances WHERE account_id = $1',
      [account],
    )
    const { pages } = await readPdf(await exported(account, 'PDF', null, null))
    expect(below(pages.flat(), /^Closing /)).toBe(written(only(rows).now))
  }
})

test('a period adds up when another branch, which is still at an earlier date, has posted on the account since', async () => {
  const south = await secondBranch(branch)
  const account = await openNewCustomersAccount(branch)
  const payer = await openNewCustomersAccount(branch, { balance: '100' })
  const pay = (pool: ReturnType<typeof south.pool>, amount: string) =>
    post(pool, 'TRANSFER', payer, account, amount)
  await setDay('2026-04-02')
  await setDay('2026-04-01', south.id)
  await pay(branch.pool('teller'), '20.00')
  await pay(south.pool('teller'), '1.00')
  await pay(branch.pool('teller'), '30.00')
  const { pages } = await readPdf(await exported(account, 'PDF', '2026-04-02', '2026-04-02'))
  expect(below(pages.flat(), /^Opening /)).toBe('1.00')
  expect(rowsOf(pages.flat()).map(({ credit, balance }) => [credit, balance])).toEqual([
    ['', '1.00'],
    ['20.00', '21.00'],
    ['30.00', '51.00'],
    ['50.00', '51.00'],
  ])
})

const printed = (isoDate: string) =>
  new Date(`${isoDate}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** The figure under a label of the head. */
function below(words: readonly Word[], label: RegExp): string | undefined {
  const found = words.find(({ text }) => label.test(text))
  if (found === undefined) throw new Error(`The head has no ${label}`)
  return words
    .filter(({ left, baseline }) => Math.abs(left - found.left) < 1 && baseline < found.baseline)
    .toSorted((a, b) => b.baseline - a.baseline)[0]?.text
}

const endingAt = (row: readonly Word[], { right }: Word) =>
  row.find((word) => Math.abs(word.right - right) < 1)?.text ?? ''
const beginningAt = (row: readonly Word[], { left }: Word) =>
  row.find((word) => Math.abs(word.left - left) < 1)?.text ?? ''

/** The rows of the table, each figure by the heading under whose right edge it ends. */
function rowsOf(words: readonly Word[]) {
  const heading = (name: RegExp) => {
    const found = words.filter(({ text }) => name.test(text)).toSorted((a, b) => a.baseline - b.baseline)[0]
    if (found === undefined) throw new Error(`The table has no ${name}`)
    return found
  }
  const top = heading(/^Reference$/).baseline
  const table = words.filter(({ baseline }) => baseline < top - 5)
  const baselines = [...new Set(table.map(({ baseline }) => Math.round(baseline)))].toSorted((a, b) => b - a)
  return baselines
    .map((line) => table.filter(({ baseline }) => Math.round(baseline) === line))
    .map((row) => ({
      date: beginningAt(row, heading(/^Date$/)),
      reference: beginningAt(row, heading(/^Reference$/)),
      debit: endingAt(row, heading(/^Debit$/)),
      credit: endingAt(row, heading(/^Credit$/)),
      balance: endingAt(row, heading(/^(Balance|Owed)$/)),
    }))
    .filter(({ balance }) => /\d/.test(balance) && !balance.includes(' of '))
}
