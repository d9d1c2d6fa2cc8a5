import { z } from 'zod'
import {
  balanceText,
  bytes,
  currency,
  entryId,
  id,
  isoDate,
  isoTime,
  side,
  transactionType,
} from './fields.ts'

export const CHART_FAULTS = [
  'HEADER',
  'CELLS',
  'QUOTES',
  'CODE',
  'CODE_TWICE',
  'NAME',
  'PARENT',
  'CIRCLE',
  'CLASS',
  'CLASS_OF_PARENT',
  'SIDE',
  'SET',
  'SET_TWICE',
  'KIND_NOWHERE',
] as const

export const GL_CLASSES = ['ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'] as const

/** A code of the chart of accounts, and the kinds of accounts that it sums up. */
export const chartAccount = z.object({
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
export const codeBalance = z.object({
  code: z.string().nullable(),
  currency,
  debits: balanceText,
  credits: balanceText,
  entries: z.number().int(),
})
export type CodeBalance = z.infer<typeof codeBalance>

/** One date of a code. `balance` is debits minus credits from the beginning. */
export const ledgerDay = z.object({
  date: isoDate,
  debits: balanceText,
  credits: balanceText,
  entries: z.number().int(),
  balance: balanceText,
})
export type LedgerDay = z.infer<typeof ledgerDay>

export const ledgerEntry = z.object({
  entryId,
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
export const bookFault = z.object({
  fault: z.enum([
    'TRANSACTION_UNBALANCED',
    'CURRENCY_UNBALANCED',
    'DAY_DIFFERS',
    'BALANCE_DIFFERS',
    'BALANCE_MISSING',
    'HELD_DIFFERS',
    'TILL_DIFFERS',
    'AUDIT_MISSING',
    'SEAL_DIFFERS',
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
export const suspenseItem = z.object({
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

/** What is wrong with a line of a file with a chart of accounts; without a line, with the file. */
export const chartFault = z.object({
  line: z.number().int().nullable(),
  fault: z.enum(CHART_FAULTS),
  text: z.string(),
})
export type ChartFault = z.infer<typeof chartFault>

/** A code that the file brings, takes away or changes. */
export const chartChange = z.object({
  kind: z.enum(['ADDED', 'CHANGED', 'REMOVED']),
  code: z.string(),
  name: z.string(),
})
export type ChartChange = z.infer<typeof chartChange>

/** A file for spreadsheets. */
export const chartFile = z.object({ content: bytes })

export const freshCheck = z.object({
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
export const bookCheck = z.object({
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
