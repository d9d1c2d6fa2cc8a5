import { z } from 'zod'
import { command, query } from './define.ts'
import {
  balanceText,
  bytes,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  line,
  nothing,
  side,
  transactionType,
} from './fields.ts'

const count = z.number().int().min(0).max(1_000_000)

/** A line of a passbook, by its number in the book; without a side it is the balance that was brought forward. */
export const passbookLine = z.object({
  line: count,
  date: isoDate,
  kind: z.enum([...transactionType.options, 'REVERSAL', 'BROUGHT_FORWARD']),
  reference: z.string().nullable(),
  side: side.nullable(),
  amount: balanceText.nullable(),
  balance: balanceText,
})
export type PassbookLine = z.infer<typeof passbookLine>

/** A print of which it is not on record yet what of it stands in the book. */
const printUnderWay = z.object({
  id,
  firstLine: count,
  lines: z.array(passbookLine),
  person: z.string(),
  begunAt: isoTime,
  /** The printer does not tell it any more: somebody looks into the book. */
  isAsked: z.boolean(),
})
export type PrintUnderWay = z.infer<typeof printUnderWay>

const openPassbook = z.object({
  id,
  serialNumber: z.string(),
  issuedOn: isoDate,
  issuedBy: z.string(),
  /** How many of its lines are printed, and how many are not. */
  printed: count,
  waiting: count,
  /** Where printing goes on. */
  page: count,
  line: count,
  linesAPage: count,
  pages: count,
  isFull: z.boolean(),
  /** What goes on the page now. */
  next: z.array(passbookLine),
  underWay: printUnderWay.nullable(),
})
export type OpenPassbook = z.infer<typeof openPassbook>

export const END_REASONS = ['FULL', 'LOST', 'DAMAGED'] as const

const passbookState = z.object({
  book: openPassbook.nullable(),
  ended: z.array(
    z.object({
      id,
      serialNumber: z.string(),
      reason: z.enum(END_REASONS),
      endedAt: isoTime,
      endedBy: z.string(),
    }),
  ),
})

export type PassbookState = z.infer<typeof passbookState>

/** As it is printed on the book. */
export const serialNumber = line
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9/-]{0,29}$/, 'Letters, digits, hyphens and slashes')

/** What is printed: what is not in the book, as far as the page goes. `printed` is how many lines the window saw in it. */
export const passbookPage = z.object({ passbookId: id, printed: count })

/** Why nothing is begun in a book. */
export const PASSBOOK_PAGE_ERRORS = [
  'OTHER_BRANCH',
  'PASSBOOK_ENDED',
  'PASSBOOK_FULL',
  'PASSBOOK_MOVED_ON',
  'PASSBOOK_NOT_FOUND',
  'PASSBOOK_PRINT_OPEN',
  'PASSBOOK_UP_TO_DATE',
] as const

const COUNTER = ['TELLER', 'SUPERVISOR'] as const

/** The calls about passbooks; printing into one is among those of printers. */
export const passbooks = {
  /** The open book of an account, what is not printed in it yet, and the books that were ended, the latest first. */
  'accounts.passbook': query({
    input: z.object({ accountId: id }),
    output: passbookState,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  'accounts.issuePassbook': command({
    input: z.object({ key: idempotencyKey, accountId: id, serialNumber }),
    output: nothing,
    roles: COUNTER,
    errors: [
      'ACCOUNT_CLOSED',
      'ACCOUNT_NOT_FOUND',
      'KEY_REUSED',
      'OTHER_BRANCH',
      'PASSBOOK_NOT_POSSIBLE',
      'PASSBOOK_OPEN',
      'PASSBOOK_SERIAL_TAKEN',
    ],
  }),
  'accounts.endPassbook': command({
    input: z.object({ passbookId: id, reason: z.enum(END_REASONS) }),
    output: nothing,
    roles: COUNTER,
    errors: ['OTHER_BRANCH', 'PASSBOOK_ENDED', 'PASSBOOK_NOT_FOUND', 'PASSBOOK_PRINT_OPEN'],
  }),
  /** Up to which line a print stands in the book, as somebody saw there; one before its first: nothing of it. */
  'accounts.sayPassbookLine': command({
    input: z.object({ printId: id, line: count }),
    output: nothing,
    roles: COUNTER,
    errors: [
      'OTHER_BRANCH',
      'PASSBOOK_LINE_OUTSIDE',
      'PASSBOOK_MOVED_ON',
      'PASSBOOK_PRINT_NOT_FOUND',
      'PASSBOOK_PRINT_OPEN',
    ],
  }),
  /** The page as a PDF, where no printer is chosen. What came of it is asked. */
  'accounts.exportPassbook': command({
    input: passbookPage,
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: COUNTER,
    errors: PASSBOOK_PAGE_ERRORS,
  }),
}
