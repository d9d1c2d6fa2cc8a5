import { z } from 'zod'
import { ASKED_FOR } from '../rules/documents.ts'
import { RISKS, RISK_FACTORS, EXPIRED_BLOCKS } from '../rules/kyc.ts'
import { customerKind } from './customers.ts'
import { command, query } from './define.ts'
import {
  countryCode,
  documentType,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  lines,
  nothing,
  optionalText,
} from './fields.ts'

const identityType = documentType.extract(['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'])
const addressType = documentType.extract(['UTILITY_BILL', 'BANK_STATEMENT'])
export const risk = z.enum(RISKS)

/** What is asked of a customer of a risk. */
const policy = z.object({
  risk,
  identityTypes: z.array(identityType).min(1).max(3),
  identities: z.number().int().min(1).max(3),
  /** Whose identity documents count, ISO 3166-1 alpha-2; null: every country's. */
  countries: z.array(countryCode).min(1).max(250).nullable(),
  addressTypes: z.array(addressType).min(1).max(2),
  addresses: z.number().int().min(0).max(3),
  /** How old a proof of address may be when it is approved. */
  addressDays: z.number().int().min(1).max(3650),
  /** What is refused when it is no longer covered. */
  expiredBlocks: z.enum(EXPIRED_BLOCKS),
  reviewYears: z.number().int().min(1).max(20),
  /** Of a company: how many extracts of its register, and how old one may be when it is approved. */
  extracts: z.number().int().min(0).max(3).default(1),
  extractDays: z.number().int().min(1).max(3650).default(90),
})
export type KycPolicy = z.infer<typeof policy>

const listedPolicy = policy.extend({
  id,
  /** Null of a default that the program brings. */
  validFrom: isoDate.nullable(),
  /** False of one that begins later. */
  inForce: z.boolean(),
  /** The two people who agreed it; null of a default. */
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type ListedKycPolicy = z.infer<typeof listedPolicy>

const reason = z.object({ kind: z.enum(RISK_FACTORS), value: z.string(), risk })
export type RiskReason = z.infer<typeof reason>

const standing = z.object({
  risk,
  /** What the risk is computed from. */
  reasons: z.array(reason),
  /** Two people rated it, whatever is computed. */
  isRated: z.boolean(),
  /** The last day on which what the policy asks was covered; null where it is, or never was. */
  expiredOn: isoDate.nullable(),
  reviewedOn: isoDate,
  reviewDue: isoDate,
  policy,
  kind: customerKind,
  /** What keeps the documents from being deleted; nobody releases their own. */
  legalHolds: z.array(z.object({ id, reason: z.string(), by: z.string(), at: isoTime, own: z.boolean() })),
  /** The latest first. */
  reviews: z.array(
    z.object({
      id,
      reviewedOn: isoDate,
      nextDue: isoDate,
      risk,
      words: z.string(),
      by: z.string(),
    }),
  ),
})
export type KycStanding = z.infer<typeof standing>

const due = z.object({
  kind: z.enum(['DOCUMENT', 'REVIEW']),
  id,
  customerId: id,
  customerNumber: z.string(),
  customerName: z.string(),
  /** Of a document. */
  documentType: documentType.nullable(),
  on: isoDate,
  /** From the branch's date on; below zero it is past. */
  days: z.number().int(),
  risk,
  /** The customer's KYC is no longer covered. */
  isExpired: z.boolean(),
})
export type KycDue = z.infer<typeof due>

/** What is asked of a customer and was not brought yet. */
const request = z.object({
  id,
  missing: z.array(z.enum(ASKED_FOR)).min(1),
  words: z.string().nullable(),
  askedBy: z.string(),
  askedAt: isoTime,
  /** A company brings an extract of its register where a person brings a proof of identity. */
  kind: customerKind,
})
export type DocumentRequest = z.infer<typeof request>

export const kyc = {
  /** Takes a customer's case, so that nobody else decides in it, or makes the own claim last anew. */
  'documents.claim': command({
    input: z.object({ customerId: id }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['CASE_CLAIMED', 'CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Gives it back. */
  'documents.release': command({
    input: z.object({ customerId: id }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Names what the customer has still to bring. The teller sees it at once. */
  'documents.askForMore': command({
    input: z
      .object({
        key: idempotencyKey,
        customerId: id,
        missing: z.array(z.enum(ASKED_FOR)).min(1).max(ASKED_FOR.length),
        words: optionalText(500),
      })
      .refine(({ missing, words }) => !missing.includes('OTHER') || words !== null, { path: ['words'] }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['CASE_CLAIMED', 'CUSTOMER_NOT_FOUND', 'KEY_REUSED', 'OTHER_BRANCH'],
  }),
  'documents.endRequest': command({
    input: z.object({ requestId: id }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['OTHER_BRANCH', 'REQUEST_NOT_FOUND'],
  }),
  /** What is asked of a customer and was not brought yet, the first one first. */
  'documents.listRequests': query({
    input: z.object({ customerId: id }),
    output: z.object({ requests: z.array(request) }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** The policies that are in force at the branch or will be, the lowest risk first. */
  'documents.listPolicies': query({
    input: nothing,
    output: z.object({ businessDate: isoDate, policies: z.array(listedPolicy) }),
    roles: ['TELLER', 'SUPERVISOR', 'ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Puts another policy before a second person. */
  'documents.proposePolicy': command({
    input: z.object({ key: idempotencyKey, policy, validFrom: isoDate }),
    output: nothing,
    roles: ['SUPERVISOR', 'ADMIN'],
    errors: ['KEY_REUSED', 'POLICY_DATES', 'POLICY_UNCHANGED', 'POLICY_WAITS'],
  }),
  /** A customer's risk and why, whether the KYC is covered, and when it is looked at again. */
  'documents.readStanding': query({
    input: z.object({ customerId: id }),
    output: standing,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Puts another risk than the computed one before a second person; null: the computed one again. */
  'documents.proposeRating': command({
    input: z.object({ key: idempotencyKey, customerId: id, risk: risk.nullable(), reason: lines(500) }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'KEY_REUSED', 'OTHER_BRANCH', 'RATING_UNCHANGED', 'RATING_WAITS'],
  }),
  /** Decides a periodic review and says when the next one is due. */
  'documents.review': command({
    input: z.object({ key: idempotencyKey, customerId: id, nextDue: isoDate, words: lines(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'KEY_REUSED', 'KYC_EXPIRED', 'OTHER_BRANCH', 'REVIEW_DATE'],
  }),
  /** Documents that expire within so many days or have, and customers whose review is due: what is most overdue first. */
  'documents.listDue': query({
    input: z.object({ days: z.number().int().min(1).max(366) }),
    output: z.object({ businessDate: isoDate, due: z.array(due) }),
    roles: ['SUPERVISOR', 'AUDITOR'],
    errors: [],
  }),
}
