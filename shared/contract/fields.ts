import { z } from 'zod'
import { CUSTOMER_ACCOUNT_TYPES } from '../rules/account-kinds.ts'
import { COMPANY_PROOFS, SPECIMENS, TYPES_FOR } from '../rules/documents.ts'
import { numberFormats } from '../number-format.ts'
import { readEmail } from '../rules/email.ts'
import { isOneLine, isPrintable } from '../rules/plain-text.ts'
import { cleanName, cleanText } from '../rules/text.ts'
import { ROLES } from './define.ts'

/** Field types that several areas share. Maximum lengths are the widths of the database's columns. */

export const id = z.uuid()

/** An entry of the ledger, by its account and its number there. */
export const entryId = z.string().regex(/^[0-9a-f-]{36}\/\d{1,18}$/, 'An entry by account and number')

/** Chosen by the caller, once per intent: sending the same intent again with the same key changes nothing. */
export const idempotencyKey = z.uuid()

/** Chosen by the window for a call that may take longer than a second: what is told of it carries it, and so does the call that ends it. */
export const work = z.uuid()

/** A year that the calendar has: before year 1 comes year −1, and PostgreSQL knows no year 0. */
const hasYear = (iso: string) => !iso.startsWith('0000')
export const isoDate = z.iso.date().refine(hasYear, 'A date of the calendar')
export const isoTime = z.iso.datetime({ offset: true }).refine(hasYear, 'A moment of the calendar')

/** Any text of one line, as it was typed. */
export const line = z.string().refine(isOneLine, 'Text of one line without control characters')

/** What else a slip shows of what is posted, for the note on the workstation's disk: numbers of accounts, a reference. */
export const shownOnSlip = z.array(line.max(60)).max(4).default([])

export const currency = z.string().regex(/^[A-Z]{3}$/, 'An ISO 4217 code of three letters')

/** How a branch writes amounts. */
export const numberFormat = z.enum(numberFormats)
/** Days of the week without work, 1 for Monday (ISO 8601). At least one day is worked. */
export const weekend = z
  .array(z.number().int().min(1).max(7))
  .max(6)
  .refine((days) => new Set(days).size === days.length, 'Each day once')

/** Plain decimal text such as `500`, `500.00`, whatever the number format. `parseAmount` reads it and has an error for each fault. */
export const amountText = line.trim().max(40)

/** Decimal text as the ledger prints it; may be negative. */
export const balanceText = z.string().regex(/^-?\d+(\.\d+)?$/)

/** A line of free text, in the form in which it is kept. */
export const text = (max: number) => line.overwrite(cleanText).min(1).max(max)
export const optionalText = (max: number) =>
  line
    .overwrite(cleanText)
    .max(max)
    .nullable()
    .transform((value) => (value === '' ? null : value))

/** Text of any number of lines. */
export const lines = (max: number) =>
  z.string().refine(isPrintable, 'Text without control characters').trim().min(1).max(max)

/** What a person signs in with; the database checks users.username against the same shape. */
export const username = text(50).regex(
  /^[a-z0-9][a-z0-9._-]*$/,
  'Small letters, digits, dot, dash and underscore',
)

/** What is typed to search for; empty finds nothing. */
export const searchText = line.overwrite(cleanText).max(100)

/** A name of a person, or another text that identifies: also without what is only typography. */
export const nameText = (max: number) => line.overwrite(cleanName).min(1).max(max)
export const optionalName = (max: number) =>
  line
    .overwrite(cleanName)
    .max(max)
    .nullable()
    .transform((value) => (value === '' ? null : value))

/** An e-mail address, in the form in which it is kept: `readEmail`. */
export const email = line.max(255).transform((typed, context) => {
  const read = readEmail(typed)
  if (read !== null && read.length <= 255) return read
  context.addIssue({ code: 'custom', message: 'No e-mail address' })
  return z.NEVER
})

/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/)

export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Bytes')
/** Null of what the caller may not read. */
export const textOrNull = z.string().nullable()
export const nothing = z.object({}).strict()

export const pageSize = z.number().int().min(1).max(200).default(50)

export const role = z.enum(ROLES)
export const partyStatus = z.enum(['ACTIVE', 'INACTIVE', 'SUSPENDED'])
/** EXPIRED was approved, and is no longer covered. */
export const kycStatus = z.enum(['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED'])
export const documentStatus = z.enum(['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED'])
export const documentType = z.enum([
  ...TYPES_FOR.identity,
  ...TYPES_FOR.address,
  ...COMPANY_PROOFS,
  ...SPECIMENS,
])
export const customerAccountType = z.enum(CUSTOMER_ACCOUNT_TYPES)
export const accountStatus = z.enum(['ACTIVE', 'INACTIVE', 'SUSPENDED', 'CLOSED'])
/** What kind of actor wrote something; all but PERSON is the system's doing. */
export const actorKind = z.enum(['PERSON', 'JOB', 'RECOVERY', 'CORRECTION', 'MIGRATION'])
export type ActorKind = z.infer<typeof actorKind>

/** Who wrote something, and from what cause. */
export const actor = z.object({
  kind: actorKind,
  /** The person's name; null for what the system did, and for somebody unknown who tried to sign in. */
  person: z.string().nullable(),
  /** INTENT, TILL_SESSION, JOB, … as the ledger calls it; UNRECORDED in what earlier releases wrote. */
  causeType: z.string(),
  /** What people call the cause, such as a till or a reference; null where it has no name. */
  cause: z.string().nullable(),
})
export type Actor = z.infer<typeof actor>

export const transactionType = z.enum(['DEPOSIT', 'WITHDRAWAL', 'TRANSFER', 'FEE', 'INTEREST'])
export const transactionStatus = z.enum(['PENDING', 'COMPLETED', 'FAILED', 'CANCELLED'])
export const side = z.enum(['DEBIT', 'CREDIT'])
