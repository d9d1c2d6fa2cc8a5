import { z } from 'zod'
import {
  bookCheck,
  chartAccount,
  chartChange,
  chartFault,
  chartFile,
  codeBalance,
  freshCheck,
  ledgerDay,
  ledgerEntry,
  suspenseItem,
} from './book-views.ts'
import { command, query, stepsOf, WORK } from './define.ts'
import {
  bytes,
  currency,
  entryId,
  id,
  idempotencyKey,
  isoDate,
  line,
  nothing,
  pageSize,
  work,
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

/** Business dates, both included; null leaves that end open. */
const period = { from: isoDate.nullable(), to: isoDate.nullable() }

export const books = {
  /** Every entry of a period with the accounts that it is on: of the caller's branch, or for an auditor of the bank. */
  'books.exportJournal': query({
    large: WORK,
    input: z.object({ work: work.optional(), format: journalFormat, ...period }),
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
    input: z.object({ code: glCode, currency, basis, ...period }),
    output: z.object({ days: z.array(ledgerDay) }),
    roles: READERS,
    errors: ['TILL_STILL_HELD'],
  }),
  /** The entries of a code on one business date or value date, in the order in which they were made; `after` is the cursor of the page before. */
  'books.ledgerEntries': query({
    input: z.object({
      code: glCode,
      currency,
      date: isoDate,
      basis,
      after: entryId.nullable(),
      limit: pageSize,
    }),
    output: z.object({ entries: z.array(ledgerEntry), next: entryId.nullable() }),
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
    large: stepsOf('done', 'total'),
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
  /** The chart of accounts as CSV, a line for each code. */
  'books.exportChart': query({
    input: z.object({}).strict(),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: READERS,
    errors: [],
  }),
  /** What a file would change in the chart, and what is wrong with its lines; nothing is changed. */
  'books.previewChart': query({
    input: chartFile,
    output: z.object({ faults: z.array(chartFault), changes: z.array(chartChange) }),
    roles: ['SUPERVISOR'],
    errors: ['FILE_TOO_LARGE'],
  }),
  /** Puts the whole chart of a file before a second person. */
  'books.proposeChart': command({
    input: chartFile.extend({ key: idempotencyKey }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['FILE_TOO_LARGE', 'CHART_FAULTY', 'CHART_UNCHANGED', 'KEY_REUSED'],
  }),
}
