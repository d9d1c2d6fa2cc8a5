import { z } from 'zod'
import { command, query } from './define.ts'
import {
  balanceText,
  bytes,
  currency,
  id,
  isoDate,
  isoTime,
  line,
  pageSize,
  side,
  transactionType,
} from './fields.ts'

/** Whoever answers for the books of a branch, and whoever examines those of the bank. */
const READERS = ['SUPERVISOR', 'AUDITOR'] as const

/** Programs that read a journal: hledger 1.25 and beancount 2.3, or newer. */
const journalFormat = z.enum(['HLEDGER', 'BEANCOUNT'])
export type JournalFormat = z.infer<typeof journalFormat>

/** By the date on which entries were recorded, or by the one from which they count. */
const basis = z.enum(['BUSINESS', 'VALUE'])
export type Basis = z.infer<typeof basis>

const glCode = line.regex(/^[0-9A-Z][0-9A-Z.-]{0,19}$/, 'Digits, capital letters, dots and hyphens')

export const GL_CLASSES = ['ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'] as const

/** A code of the chart of accounts, and the kinds of accounts that it sums up. */
const chartAccount = z.object({
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  class: z.enum(GL_CLASSES),
  normalSide: side,
  /** How many codes stand above it. */
  depth: z.number().int(),
  /** All accounts of a kind, or those in a currency or of a product by its name; the narrowest set decides. */
  sets: z.array(
    z.object({ accountType: z.string(), currency: currency.nullable(), product: z.string().nullable() }),
  ),
})
export type ChartAccount = z.infer<typeof chartAccount>

/** All debits and all credits of a code; the balance is what they differ by. */
const codeBalance = z.object({
  code: z.string().nullable(),
  currency,
  debits: balanceText,
  credits: balanceText,
  entries: z.number().int(),
})
export type CodeBalance = z.infer<typeof codeBalance>

/** One date of a code. `balance` is debits minus credits from the beginning. */
const ledgerDay = z.object({
  date: isoDate,
  debits: balanceText,
  credits: balanceText,
  entries: z.number().int(),
  balance: balanceText,
})
export type LedgerDay = z.infer<typeof ledgerDay>

const ledgerEntry = z.object({
  entryId: id,
  transactionId: id,
  reference: z.string(),
  postedAt: isoTime,
  transactionType,
  description: z.string().nullable(),
  accountNumber: z.string(),
  side,
  amount: balanceText,
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

/**
 * A difference in the books. `subject` is an account's number, a posting's reference, a currency, a kind of account or a till; `found` is
 * what stands in the books, `expected` what follows from the entries. Of an account, `reference` is of its first entry that diverges.
 */
const bookFault = z.object({
  fault: z.enum([
    'TRANSACTION_UNBALANCED',
    'CURRENCY_UNBALANCED',
    'DAY_DIFFERS',
    'BALANCE_DIFFERS',
    'BALANCE_MISSING',
    'HELD_DIFFERS',
    'TILL_DIFFERS',
  ]),
  subject: z.string(),
  currency: currency.nullable(),
  expected: balanceText.nullable(),
  found: balanceText.nullable(),
  date: isoDate.nullable(),
  reference: z.string().nullable(),
})
export type BookFault = z.infer<typeof bookFault>

/** What is left of an entry on a suspense account, and how many days it has been there. */
const suspenseItem = z.object({
  accountNumber: z.string(),
  currency,
  transactionId: id,
  reference: z.string(),
  description: z.string().nullable(),
  date: isoDate,
  side,
  amount: balanceText,
  open: balanceText,
  days: z.number().int(),
})
export type SuspenseItem = z.infer<typeof suspenseItem>

const freshCheck = z.object({
  faults: z.array(bookFault),
  days: z.number().int(),
  entries: z.number().int(),
  /** Closed days that no check has sealed yet: those of an earlier release, until the whole books are checked. */
  daysLeft: z.number().int(),
  milliseconds: z.number().int(),
  at: isoTime,
})
export type FreshCheck = z.infer<typeof freshCheck>

/** A check of the whole books. Every entry counts twice: once in its day and once in its account. */
const bookCheck = z.object({
  id,
  status: z.enum(['RUNNING', 'DONE', 'CANCELLED']),
  askedBy: z.string(),
  startedAt: isoTime,
  finishedAt: isoTime.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  faultCount: z.number().int(),
  /** The first 500. */
  faults: z.array(bookFault),
})
export type BookCheck = z.infer<typeof bookCheck>

/** Business dates, both included; null leaves that end open. */
const period = { from: isoDate.nullable(), to: isoDate.nullable() }

export const books = {
  /** Every entry of a period with the accounts that it is on: of the caller's branch, or for an auditor of the bank. */
  'books.exportJournal': query({
    input: z.object({ format: journalFormat, ...period }),
    output: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      content: bytes,
      transactions: z.number().int(),
      entries: z.number().int(),
    }),
    roles: READERS,
    errors: ['EXPORT_TOO_LONG', 'TILL_STILL_HELD'],
  }),
  /**
   * What stands on every code of the chart at the end of a date, a parent with all that is beneath it. A code without entries is left
   * out of the balances; a null code is of kinds of accounts that the chart does not name.
   */
  'books.trialBalance': query({
    input: z.object({ date: isoDate, basis }),
    output: z.object({ chart: z.array(chartAccount), balances: z.array(codeBalance) }),
    roles: READERS,
    errors: ['TILL_STILL_HELD'],
  }),
  /** One code in one currency, date by date, oldest first. */
  'books.generalLedger': query({
    input: z.object({ code: glCode, currency, ...period }),
    output: z.object({ days: z.array(ledgerDay) }),
    roles: READERS,
    errors: ['TILL_STILL_HELD'],
  }),
  /** The entries of a code on one business date, in the order in which they were made; `after` is the cursor of the page before. */
  'books.ledgerEntries': query({
    input: z.object({ code: glCode, currency, date: isoDate, after: id.nullable(), limit: pageSize }),
    output: z.object({ entries: z.array(ledgerEntry), next: id.nullable() }),
    roles: READERS,
    errors: ['TILL_STILL_HELD'],
  }),
  /** Compares what is new since the last check, for about a second; what was checked before stays sealed. */
  'books.checkNew': query({
    input: z.object({}).strict(),
    output: freshCheck,
    roles: READERS,
    errors: [],
  }),
  /** Begins a check of the whole books, which `books.continueCheck` goes on with until it is done. */
  'books.beginCheck': command({ input: z.object({ id }), output: bookCheck, roles: READERS, errors: [] }),
  'books.continueCheck': command({
    input: z.object({ id }),
    output: bookCheck,
    roles: READERS,
    errors: ['CHECK_NOT_FOUND'],
  }),
  'books.cancelCheck': command({
    input: z.object({ id }),
    output: bookCheck,
    roles: READERS,
    errors: ['CHECK_NOT_FOUND'],
  }),
  /** The newest check of the whole books; null before the first. */
  'books.lastCheck': query({
    input: z.object({}).strict(),
    output: z.object({ check: bookCheck.nullable() }),
    roles: READERS,
    errors: [],
  }),
  /** What waits on suspense accounts at the end of a business date, the oldest first: the first thousand entries. */
  'books.suspense': query({
    input: z.object({ date: isoDate }),
    output: z.object({ items: z.array(suspenseItem) }),
    roles: READERS,
    errors: [],
  }),
}
