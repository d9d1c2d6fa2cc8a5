import { z } from 'zod'
import { balanceText, currency, id, isoDate, isoTime, transactionType } from './fields.ts'
import { presenterView } from './presenter.ts'

const document = presenterView.shape.document

/** Whose cash an alert is about; no customer where somebody was only named at the counter. */
const countedPerson = z.object({
  customerId: id.nullable(),
  customerNumber: z.string().nullable(),
  name: z.string(),
  dateOfBirth: isoDate,
  document,
})

/** An alert as the queue shows it: cash of one day above the report's threshold, or split over several days below it. */
export const alertRow = z.object({
  id,
  kind: z.enum(['REPORT', 'STRUCTURING']),
  person: countedPerson,
  currency,
  /** Which way the cash went that raised it. */
  isIn: z.boolean(),
  firstDate: isoDate,
  lastDate: isoDate,
  threshold: balanceText,
  cashIn: balanceText,
  cashOut: balanceText,
  postings: z.number(),
  raisedAt: isoTime,
  status: z.enum(['OPEN', 'NO_REPORT', 'REPORTED']),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: isoTime.nullable(),
})
export type AlertRow = z.infer<typeof alertRow>

/** A posting behind an alert. What was reversed since does not count. */
const postingBehind = z.object({
  transactionId: id,
  reference: z.string(),
  transactionType,
  isIn: z.boolean(),
  counts: z.boolean(),
  amount: balanceText,
  businessDate: isoDate,
  postedAt: isoTime,
  branch: z.string(),
  till: z.string(),
  teller: z.string().nullable(),
  accountNumber: z.string(),
  holder: z.string().nullable(),
  presenter: presenterView.nullable(),
})
export type PostingBehind = z.infer<typeof postingBehind>

const amounts = { cashIn: balanceText, cashOut: balanceText }
const text = z.string().nullable()

/** Of a branch, as it was when the report was decided; earlier releases kept none. */
const branchAddress = text.optional()

/** Part I of FinCEN form 112; null is what the bank does not hold and is completed on the form. */
const reportPerson = z.object({
  role: z.enum(['CONDUCTOR_FOR_SELF', 'CONDUCTOR', 'BENEFICIARY']),
  lastName: text,
  firstName: text,
  dateOfBirth: isoDate.nullable(),
  occupation: text,
  address: text,
  city: text,
  postcode: text,
  country: text,
  nationality: text,
  taxNumber: text,
  phone: text,
  email: text,
  identification: document,
  ...amounts,
  accountsIn: z.array(z.string()),
  accountsOut: z.array(z.string()),
})
export type ReportPerson = z.infer<typeof reportPerson>

/** The fields of a currency transaction report, by the parts of FinCEN form 112. */
export const cashReport = z.object({
  form: z.literal('FinCEN 112'),
  firstDate: isoDate,
  lastDate: isoDate,
  currency,
  persons: z.array(reportPerson),
  transactions: z.object({
    aggregated: z.boolean(),
    number: z.number(),
    deposits: balanceText,
    withdrawals: balanceText,
    totalIn: balanceText,
    totalOut: balanceText,
    references: z.array(z.string()),
  }),
  locations: z.array(
    z.object({ institutionType: z.string(), name: z.string(), address: branchAddress, ...amounts }),
  ),
  filing: z.object({ institution: z.string(), address: branchAddress, contact: z.string(), date: isoDate }),
})
export type CashReport = z.infer<typeof cashReport>

/** An alert with what is behind it, and the report as it would be, or was when it was decided. */
export const alertView = alertRow.extend({
  behind: z.array(postingBehind),
  /** What a decision is bound to. */
  version: z.string(),
  report: cashReport,
})
export type AlertView = z.infer<typeof alertView>
