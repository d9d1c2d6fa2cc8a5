import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { JournalFormat } from '../../shared/contract/books.ts'
import { accountNumberOf, internalAccount, openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { isInstalled, runProgram } from '../support/programs.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf } from '../support/tills.ts'

/**
 * What hledger and beancount make of the books: they read the export, and refuse it when one cent of it is altered. With
 * COREX_JOURNAL_ENTRIES=100000 the file has that many entries.
 */

const ENTRIES = Number(process.env['COREX_JOURNAL_ENTRIES'] ?? 4_000)

const workplace = await workplaceForFile({ tillsAreMadeUp: true })
const { branch } = workplace
const customer = await approvedCustomer(branch)
const savings = await openAccount(branch, customer, { balance: '50.00' })
const current = await openAccount(branch, customer, { type: 'CURRENT' })
const till = await cashAccountOf(branch, branch.tills[1])
await insertPostings(branch, {
  type: 'DEPOSIT',
  from: till,
  to: savings,
  amount: '12.34',
  count: ENTRIES / 4,
})
await insertPostings(branch, {
  type: 'TRANSFER',
  from: savings,
  to: current,
  amount: '0.07',
  count: ENTRIES / 4,
})

const folder = await mkdtemp(join(tmpdir(), 'corex-journal-'))
afterAll(() => rm(folder, { recursive: true }))

const CHECKS = {
  HLEDGER: { program: 'hledger', args: (file: string) => ['-f', file, 'check', '--strict'] },
  BEANCOUNT: { program: 'bean-check', args: (file: string) => ['-C', file] },
} as const

async function checked(format: JournalFormat, text: string) {
  const { program, args } = CHECKS[format]
  const file = join(folder, `${format.toLowerCase()}.${format === 'HLEDGER' ? 'journal' : 'beancount'}`)
  await writeFile(file, text)
  return runProgram(program, args(file))
}

async function exported(format: JournalFormat, from: string | null = null, to: string | null = null) {
  const answer = await workplace.as('auditor').call('books.exportJournal', { format, from, to })
  return { ...answer, text: new TextDecoder().decode(answer.content) }
}

/** Alters an amount in the middle of the file by a cent; with `both`, the other side of the posting as well, so that it still balances. */
function altered(text: string, both: boolean): string {
  const at = text.indexOf('12.34', text.length / 2)
  const debit = `${text.slice(0, at)}12.35${text.slice(at + 5)}`
  if (!both) return debit
  const credit = debit.indexOf('-12.34', at)
  return `${debit.slice(0, credit)}-12.35${debit.slice(credit + 6)}`
}

describe.each(['HLEDGER', 'BEANCOUNT'] as const)('%s', (format) => {
  const { program } = CHECKS[format]
  test.skipIf(!isInstalled(program))(
    `${program} accepts the books, and refuses them with one cent altered (${ENTRIES} entries; needs ${program})`,
    { timeout: 900_000 },
    async () => {
      const { text, entries } = await exported(format)
      expect(entries).toBeGreaterThanOrEqual(ENTRIES)
      expect(await checked(format, text)).toEqual({ ok: true, said: '' })
      expect(await checked(format, altered(text, false))).toMatchObject({ ok: false })
      expect(await checked(format, altered(text, true))).toMatchObject({ ok: false })
    },
  )

  test.skipIf(!isInstalled(program))(
    `${program} accepts a period that begins with balances, and refuses another balance`,
    async () => {
      const { rows } = await branch.database.superuser.query<{ next: string }>(
        'SELECT (max(business_date) + 1)::text AS next FROM transactions',
      )
      const from = rows[0]?.next ?? ''
      const { text, entries } = await exported(format, from)
      expect(entries).toBe(0)
      expect(text).toContain('Opening balances')
      expect(await checked(format, text)).toEqual({ ok: true, said: '' })
      const cents = text.lastIndexOf('.')
      const wrong = `${text.slice(0, cents)}.99${text.slice(cents + 3)}`
      expect(await checked(format, wrong)).toMatchObject({ ok: false })
    },
  )
})

test('the file says its range, counts, sums and the moment it speaks of', async () => {
  const { text, fileName, transactions, entries } = await exported('HLEDGER', '2020-01-01', '2999-12-31')
  expect(fileName).toBe('journal-Branch-Nord-2020-01-01-to-2999-12-31.journal')
  const head = text.split('\n').filter((line) => line.startsWith('; '))
  expect(head[0]).toBe('; Journal of Branch Nord, business dates 2020-01-01 to 2999-12-31')
  expect(head[1]).toMatch(/^; As it stood at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:00$/)
  expect(head[2]).toBe(`; ${transactions} transactions, ${entries} entries`)
  expect(head[3]).toMatch(/^; USD: \d+ transactions, \d+ entries, debits ([\d.]+), credits \1$/)
})

test('accounts stand under their names of the chart, with both sides of every posting', async () => {
  const { text } = await exported('BEANCOUNT')
  const number = await accountNumberOf(branch, savings)
  const cash = await accountNumberOf(branch, await cashAccountOf(branch, branch.tills[2]))
  const vault = await accountNumberOf(branch, await internalAccount(branch, 'VAULT'))
  expect(text).toContain(` open Liabilities:Deposits-of-customers:Savings-accounts:${number} USD\n`)
  expect(text).toContain(` open Assets:Cash:Vault:${vault} USD\n`)
  expect(text).toContain(
    `  Assets:Cash:Tills:${cash}  50.00 USD\n  Liabilities:Deposits-of-customers:Savings-accounts:${number}  -50.00 USD\n`,
  )
})

test('a taken journal is on record with its period', async () => {
  await exported('HLEDGER', '2021-03-04')
  const { rows } = await branch.database.superuser.query(
    `SELECT user_id, details ->> 'journal' AS format, details ->> 'from' AS "from" FROM audit_logs
     WHERE action = 'EXPORTED' AND resource_id = $1 ORDER BY id DESC LIMIT 1`,
    [branch.id],
  )
  expect(rows).toEqual([{ user_id: branch.staff.auditor.id, format: 'HLEDGER', from: '2021-03-04' }])
})
