import { z } from 'zod'
import { alertRow, alertView } from './alert-views.ts'
import { command, query } from './define.ts'
import {
  amountText,
  balanceText,
  bytes,
  currency,
  id,
  idempotencyKey,
  isoDate,
  nothing,
  optionalText,
} from './fields.ts'
import { AMOUNT_ERRORS } from './postings.ts'

const windowDays = z.number().int().min(1).max(366)
const leastPostings = z.number().int().min(2).max(1000)
const sumShare = z.number().int().min(1).max(1000)

/** From when on a person's cash is looked at, in a currency: for every branch, because cash is counted over all of them. */
const cashRules = z.object({
  id,
  currency,
  /** Cash of a day, in or out, above which whoever stands at the counter is identified by a document. */
  identifyAbove: balanceText,
  /** Cash of a day, in or out, above which compliance decides about a report. */
  reportAbove: balanceText,
  /** In how many days, today among them, days below the report's threshold are added up. */
  windowDays,
  /** How many postings there are at least, and what they come to at least, in per cent of the report's threshold. */
  leastPostings,
  sumShare,
  /** Null of a default that the program brings. */
  validFrom: isoDate.nullable(),
  inForce: z.boolean(),
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type CashRules = z.infer<typeof cashRules>

/** Who hears of alerts: they stand at no counter, and see every branch (docs/decisions). */
const COMPLIANCE = ['AUDITOR'] as const

const [, , ...NOT_ZERO] = AMOUNT_ERRORS

export const watch = {
  'watch.listRules': query({
    input: z.object({ currency }),
    output: z.object({ businessDate: isoDate, rules: z.array(cashRules) }),
    roles: ['SUPERVISOR', 'ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Puts other rules before a second person. */
  'watch.proposeRules': command({
    input: z.object({
      key: idempotencyKey,
      currency,
      identifyAbove: amountText.min(1),
      reportAbove: amountText.min(1),
      windowDays,
      leastPostings,
      sumShare,
      validFrom: isoDate,
    }),
    output: nothing,
    roles: ['SUPERVISOR', 'ADMIN'],
    errors: [
      'AMOUNT_NOT_A_NUMBER',
      ...NOT_ZERO,
      'CURRENCY_NOT_SUPPORTED',
      'KEY_REUSED',
      'LIMIT_DATES',
      'LIMIT_UNCHANGED',
      'LIMIT_WAITS',
    ],
  }),
  /** The alerts that wait, the oldest first, or the latest that are decided. */
  'watch.listAlerts': query({
    input: z.object({ open: z.boolean() }),
    output: z.object({ alerts: z.array(alertRow) }),
    roles: COMPLIANCE,
    errors: [],
  }),
  'watch.readAlert': query({
    input: z.object({ alertId: id }),
    output: alertView,
    roles: COMPLIANCE,
    errors: ['ALERT_NOT_FOUND'],
  }),
  /** Decides on what was shown: no report, for a reason, or a report, whose fields are kept as they are now. */
  'watch.decideAlert': command({
    input: z.object({
      alertId: id,
      version: z.string().regex(/^[0-9a-f]{64}$/),
      report: z.boolean(),
      reason: optionalText(500),
    }),
    output: nothing,
    roles: COMPLIANCE,
    errors: ['ALERT_NOT_FOUND', 'ALREADY_DECIDED', 'CHANGED_MEANWHILE', 'REASON_MISSING'],
  }),
  /** The report of an alert that was decided so, as a file or for paper. */
  'watch.exportReport': query({
    input: z.object({ alertId: id, format: z.enum(['PDF', 'JSON', 'CSV']) }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: COMPLIANCE,
    errors: ['ALERT_NOT_FOUND'],
  }),
}
