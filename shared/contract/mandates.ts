import { z } from 'zod'
import { customerKind } from './customers.ts'
import { command, query } from './define.ts'
import { amountText, balanceText, currency, id, isoDate, isoTime, nothing } from './fields.ts'
import { AMOUNT_ERRORS } from './postings.ts'

/** A joint holder, an attorney, a minor's guardian, a company's signatory, and its beneficial owner, who signs for nothing. */
export const power = z.enum(['JOINT', 'MANDATE', 'GUARDIAN', 'SIGNATORY', 'OWNER'])
export type Power = z.infer<typeof power>

/** Percent of a company; from 25 on it has a beneficial owner (31 CFR 1010.230). */
const share = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)

const partyView = z.object({
  id,
  customerId: id,
  /** Null: every account of the customer. */
  accountId: id.nullable(),
  accountNumber: z.string().nullable(),
  partyId: id,
  partyNumber: z.string(),
  name: z.string(),
  power,
  /** Not alone: joint holders all, signatories and guardians two of them. */
  together: z.boolean(),
  /** Up to which amount, in this currency alone; null where there is no limit. */
  perPosting: balanceText.nullable(),
  currency: z.string().nullable(),
  share: z.string().nullable(),
  /** Business dates, both included. */
  validFrom: isoDate,
  validUntil: isoDate.nullable(),
  givenBy: z.string(),
  decidedBy: z.string(),
  givenAt: isoTime,
  /** The business date from which it was ended or replaced. */
  endedOn: isoDate.nullable(),
  state: z.enum(['IN_FORCE', 'LATER', 'EXPIRED', 'ENDED', 'REPLACED']),
})
export type PartyView = z.infer<typeof partyView>

const signers = z.object({
  /** The holder signs alone: nobody has to be named. */
  alone: z.boolean(),
  holder: z.object({ id, name: z.string(), kind: customerKind, minor: z.boolean() }),
  /** Who may sign whatever the amount is: names, and joined by a plus those who sign together. */
  could: z.string(),
  parties: z.array(partyView),
  /** Of the holder and of each who has power: the documents with their photograph and the specimen of their signature. */
  specimens: z.array(
    z.object({ customerId: id, name: z.string(), photo: id.nullable(), signature: id.nullable() }),
  ),
})
export type Signers = z.infer<typeof signers>

const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const
const MAKERS = ['TELLER', 'SUPERVISOR'] as const
const PROPOSAL_ERRORS = ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH', 'PARTY_WAITS', 'KEY_REUSED'] as const

export const mandates = {
  /** Every power over a customer's accounts that was ever given, the newest first. */
  'mandates.list': query({
    input: z.object({ customerId: id }),
    output: z.object({ parties: z.array(partyView) }),
    roles: READERS,
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Who may sign for an account today. */
  'mandates.signers': query({
    input: z.object({ accountId: id }),
    output: signers,
    roles: READERS,
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Power for somebody, or another form of one that is in force. A supervisor who is somebody else decides. */
  'mandates.propose': command({
    input: z.object({
      key: id,
      customerId: id,
      /** Of a power that this one replaces: then person, account and power are its own. */
      replaces: id.nullable(),
      accountId: id.nullable(),
      partyId: id,
      power,
      together: z.boolean(),
      perPosting: amountText.nullable(),
      currency: currency.nullable(),
      share: share.nullable(),
      validFrom: isoDate,
      validUntil: isoDate.nullable(),
    }),
    output: nothing,
    roles: MAKERS,
    errors: [
      ...PROPOSAL_ERRORS,
      ...AMOUNT_ERRORS,
      'ACCOUNT_NOT_FOUND',
      'CHANGED_MEANWHILE',
      'CURRENCY_NOT_SUPPORTED',
      'PARTY_DATES',
      'PARTY_KNOWN',
      'PARTY_NOT_FOUND',
      'PARTY_NOT_IDENTIFIED',
      'PARTY_NOT_POSSIBLE',
      'PARTY_TOO_YOUNG',
    ],
  }),
  /** The end of a power, from the day on which a second person agrees. */
  'mandates.proposeEnd': command({
    input: z.object({ key: id, customerId: id, partyId: id }),
    output: nothing,
    roles: MAKERS,
    errors: [...PROPOSAL_ERRORS, 'CHANGED_MEANWHILE', 'PARTY_NOT_FOUND'],
  }),
}
