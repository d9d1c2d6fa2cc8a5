import { z } from 'zod'
import { command, query, stepsOf, WORK } from './define.ts'
import {
  balanceText,
  bytes,
  currency,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  line,
  nothing,
  optionalText,
  work,
} from './fields.ts'
import { exceededLimit } from './postings.ts'

const POSTERS = ['TELLER', 'SUPERVISOR'] as const
const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const

const format = z.enum(['CSV', 'PAIN_001_03', 'PAIN_001_09'])

/** What is wrong with a file as a whole: nothing of it can be posted. `text` is what the sentence names. */
const fileFault = z.object({
  fault: z.enum([
    'COLUMNS',
    'COUNT',
    'DEBTOR',
    'EMPTY',
    'ENCODING',
    'HEADER',
    'LATER',
    'MESSAGE',
    'METHOD',
    'QUOTES',
    'SUM',
    'TOO_MANY',
    'VERSION',
    'XML',
    'XML_TWICE',
    'XML_TYPE',
  ]),
  text: z.string(),
})
export type FileFault = z.infer<typeof fileFault>

/** Why a line is not posted: a code of shared/errors.ts or of `problems` in i18n/en/payments.ts, with the facts of its sentence. */
const lineProblem = z.object({ code: z.string(), details: z.record(z.string(), z.string()) })
export type LineProblem = z.infer<typeof lineProblem>

const paymentLine = z.object({
  /** Of a CSV file where it stands, of pain.001 the number of the payment. */
  line: z.number().int(),
  account: z.string(),
  name: z.string(),
  /** Null where it cannot be read. */
  amount: balanceText.nullable(),
  reference: z.string(),
  problem: lineProblem.nullable(),
  /** Whose the account is, where the line names somebody else; null otherwise. */
  holder: z.string().nullable(),
})
export type PaymentLine = z.infer<typeof paymentLine>

/** A file that was taken before, by its hash or by its message id. */
const earlier = z.object({
  same: z.enum(['FILE', 'MESSAGE']),
  file: z.string(),
  message: z.string().nullable(),
  person: z.string(),
  date: isoDate,
})

const preview = z.object({
  format,
  encoding: z.string(),
  /** What parts the columns of a CSV file. */
  separator: z.string().nullable(),
  messageId: z.string().nullable(),
  /** SHA-256 of the file, in hexadecimal digits. */
  fileHash: z.string(),
  currency,
  available: balanceText,
  faults: z.array(fileFault),
  lines: z.array(paymentLine),
  /** What would be posted, and what would be left out. */
  payments: z.number().int(),
  total: balanceText,
  /** What posting it costs, by the terms of the account that pays. */
  fee: balanceText,
  leftOut: z.number().int(),
  leftOutTotal: balanceText,
  earlier: earlier.nullable(),
  exceeded: exceededLimit.nullable(),
})
export type PaymentPreview = z.infer<typeof preview>

const paymentFile = z.object({
  id,
  fileName: z.string(),
  fileHash: z.string(),
  format,
  messageId: z.string().nullable(),
  accountNumber: z.string(),
  holder: z.string(),
  currency,
  payments: z.number().int(),
  total: balanceText,
  /** Lines that were wrong from the beginning. */
  leftOut: z.number().int(),
  posted: z.number().int(),
  postedTotal: balanceText,
  /** What all lines that were to be posted cost; what was charged for those that were, once it has ended; and the reference of that. */
  fee: balanceText,
  feePosted: balanceText,
  feePosting: z.string().nullable(),
  /** Lines that the ledger refused in their turn. */
  refused: z.number().int(),
  /** DROPPED: ended before anything was posted. */
  status: z.enum(['WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'DROPPED']),
  requestedBy: z.string(),
  requestedAt: isoTime,
})
export type PaymentFile = z.infer<typeof paymentFile>

/** A line with the reference of its posting; without one and without a problem it was not posted yet. */
const outcomeLine = paymentLine.extend({ posting: z.string().nullable() })
export type OutcomeLine = z.infer<typeof outcomeLine>

/** The account that pays, and the file as it was chosen. */
const chosen = z.object({ accountId: id, fileName: line.max(200), content: bytes })

const PAYER_ERRORS = [
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_CLOSED',
  'ACCOUNT_DORMANT',
  'ACCOUNT_FROZEN',
  'BRANCH_DAY_CLOSED',
  'FILE_TOO_LARGE',
  'KYC_EXPIRED_BLOCKS',
  'OTHER_BRANCH',
  'POSTING_NOT_ALLOWED',
] as const

export const payments = {
  /** Reads a file of payments, CSV or pain.001, and says of each line whether it would be posted; nothing is taken. */
  'payments.preview': query({
    large: WORK,
    input: chosen.extend({ work: work.optional() }),
    output: preview,
    roles: POSTERS,
    errors: PAYER_ERRORS,
  }),
  /**
   * Takes a file: what is right in it is posted by `payments.goOn`, above a limit after a second person has approved it. `payments`,
   * `total` and `fee` are those of the preview.
   */
  'payments.begin': command({
    input: chosen.extend({
      key: idempotencyKey,
      /** What stands on the statements where a line says nothing of its own. */
      description: optionalText(140),
      payments: z.number().int().min(1),
      total: balanceText,
      fee: balanceText,
    }),
    moves: ({ fileName, total }) => ({
      kind: 'PAYMENTS',
      amount: null,
      currency: null,
      shown: [fileName, total],
    }),
    output: paymentFile,
    roles: POSTERS,
    errors: [
      ...PAYER_ERRORS,
      'AMOUNT_TOO_LARGE',
      'CHANGED_MEANWHILE',
      'KEY_REUSED',
      'PAYMENT_FILE_FAULTY',
      'PAYMENT_FILE_KNOWN',
      'PAYMENT_MESSAGE_KNOWN',
    ],
  }),
  /** Posts the next lines of a file; what is posted stays. Called until it is not RUNNING any more. */
  'payments.goOn': command({
    large: stepsOf('posted', 'payments'),
    input: z.object({ id }),
    output: paymentFile,
    roles: POSTERS,
    errors: ['BRANCH_DAY_CLOSED', 'PAYMENTS_NOT_FOUND'],
  }),
  /** Posts nothing more of a file. */
  'payments.cancel': command({
    input: z.object({ id }),
    output: paymentFile,
    roles: POSTERS,
    errors: ['PAYMENTS_NOT_FOUND'],
  }),
  /** The last fifty files of the branch, the newest first. */
  'payments.list': query({
    input: nothing,
    output: z.object({ files: z.array(paymentFile) }),
    roles: READERS,
    errors: [],
  }),
  'payments.read': query({
    input: z.object({ id }),
    output: z.object({ file: paymentFile, lines: z.array(outcomeLine) }),
    roles: READERS,
    errors: ['PAYMENTS_NOT_FOUND'],
  }),
  /** What became of each line, for a spreadsheet or on paper. */
  'payments.exportResult': query({
    large: WORK,
    input: z.object({ work: work.optional(), id, as: z.enum(['CSV', 'PDF']) }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: READERS,
    errors: ['PAYMENTS_NOT_FOUND'],
  }),
}
