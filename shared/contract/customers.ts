import { z } from 'zod'
import { mapValues } from '../map-values.ts'
import { NEEDS } from '../rules/documents.ts'
import { E164 } from '../rules/phone.ts'
import { accountView } from './accounts.ts'
import { correction } from './correction-views.ts'
import { command, query } from './define.ts'
import { documentView } from './document-views.ts'
import {
  countryCode,
  documentType,
  email,
  id,
  isoDate,
  isoTime,
  kycStatus,
  nameText,
  nothing,
  optionalName,
  optionalText,
  partyStatus,
  searchText,
  text,
} from './fields.ts'
import { timelinePage, timelineQuery } from './timeline-views.ts'

export const INCOME_RANGES = ['UNDER_20K', '20K_TO_50K', '50K_TO_100K', 'OVER_100K', 'NOT_STATED'] as const

/**
 * How to reach a customer, and what they do. Said here once: registering and changing take these fields, and the view answers
 * each of them.
 */
const contact = {
  email: email.nullable(),
  /** As typed; `readPhone` reads it in the customer's country, and E.164 is stored, with the extension beside it. */
  phone: text(40),
  address: text(500),
  /** Not every country has them. */
  postcode: optionalName(20),
  city: text(100),
  country: countryCode,
  occupation: optionalText(100),
  incomeRange: z.enum(INCOME_RANGES).nullable(),
}

/** What is known of a customer beside name and birth. The nationality is changed like these: by two people, with a document. */
export const details = { ...contact, nationality: countryCode }
export type DetailName = keyof typeof details

const taxResidence = z.object({ country: countryCode, tin: optionalText(50) })
export type TaxResidence = z.output<typeof taxResidence>

const eachCountryOnce = (residences: readonly TaxResidence[]) =>
  new Set(residences.map(({ country }) => country)).size === residences.length

/** Where the person says that they pay tax, with the number there (TIN) where it is known (OECD Common Reporting Standard, section IV). */
export const taxResidences = z.array(taxResidence).min(1).max(10).refine(eachCountryOnce, 'Each country once')

/** What one person may change, as a use case receives it. */
export type ContactDetails = { [N in keyof typeof contact]: z.output<(typeof contact)[N]> } & {
  readonly taxResidences: readonly TaxResidence[]
}

/** A person with one name has it as last name (ICAO 9303, part 3). */
const person = { firstName: nameText(100).nullable(), lastName: nameText(100), dateOfBirth: isoDate }

/** A company has its legal name as last name, and the date of its founding as birth. */
export const customerKind = z.enum(['PERSON', 'COMPANY'])

const customerRow = z.object({
  id,
  kind: customerKind,
  registrationNumber: z.string().nullable(),
  customerNumber: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string(),
  dateOfBirth: isoDate.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  kycStatus,
  status: partyStatus,
})
export type CustomerRow = z.infer<typeof customerRow>

const customerView = customerRow.extend({
  // As it is stored: an older row may hold what is no longer accepted, or nothing.
  ...mapValues(details, () => z.string().nullable()),
  /** Null in rows of the first release. */
  taxResidences: z.array(z.object({ country: z.string(), tin: z.string().nullable() })).nullable(),
  /** Why the status was last changed. */
  statusReason: z.string().nullable(),
  /** Who brought a minor. */
  guardianId: id.nullable(),
  /** What the policy of the risk asks, need by need. */
  asks: z.array(
    z.object({
      need: z.enum(NEEDS),
      types: z.array(documentType),
      countries: z.array(z.string()).nullable(),
      count: z.number(),
    }),
  ),
  /** A supervisor has to look at the customer: a match of the name, or a review that is due. */
  waitsForCheck: z.boolean(),
  /** Below the age of majority of the home branch today. */
  minor: z.boolean(),
  createdAt: isoTime,
  updatedAt: isoTime,
  documents: z.array(documentView),
  accounts: z.array(accountView),
})
export type CustomerView = z.infer<typeof customerView>

const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const
const MAKERS = ['TELLER', 'SUPERVISOR'] as const

export const customers = {
  /** By the beginning of a name, customer number, phone, e-mail or document number; best match first. */
  'customers.search': query({
    input: z.object({ text: searchText, limit: z.number().int().min(1).max(50).default(20) }),
    output: z.object({ customers: z.array(customerRow) }),
    roles: READERS,
    errors: [],
  }),
  /** Customers who are likely the same person as the one about to be registered. */
  'customers.findDuplicates': query({
    input: z
      .object({ ...person, phone: z.string().regex(E164).nullable(), email: email.nullable() })
      .partial({ dateOfBirth: true }),
    output: z.object({ customers: z.array(customerRow) }),
    roles: MAKERS,
    errors: [],
  }),
  'customers.get': query({
    input: z.object({ customerId: id }),
    output: customerView,
    roles: READERS,
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** What has happened to a customer, newest first. */
  'customers.timeline': query({
    input: timelineQuery,
    output: timelinePage,
    roles: READERS,
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  'customers.register': command({
    input: z.object({
      id,
      kind: customerKind.default('PERSON'),
      /** Of a company, in the register of the country that is its nationality. */
      registrationNumber: optionalName(50).default(null),
      /** Of a minor: the customer who is to sign. A supervisor decides on it. */
      guardianId: id.nullable().default(null),
      ...person,
      ...details,
      taxResidences,
    }),
    output: z.object({ id, customerNumber: z.string() }),
    roles: MAKERS,
    errors: [
      'NAME_WITHOUT_LETTERS',
      'NAME_MIXES_ALPHABETS',
      'EMAIL_TAKEN',
      'PHONE_INVALID',
      'BIRTH_IN_FUTURE',
      'BIRTH_TOO_EARLY',
      'CUSTOMER_TOO_YOUNG',
      'COMPANY_KNOWN',
      'PARTY_NOT_IDENTIFIED',
      'PARTY_NOT_POSSIBLE',
      'PARTY_TOO_YOUNG',
      'KEY_REUSED',
    ],
  }),
  'customers.updateContact': command({
    /** `updatedAt` is that of the row that the form was filled from: a newer change is not overwritten unseen. */
    input: z.object({ customerId: id, updatedAt: isoTime, ...contact, taxResidences }),
    output: z.object({ updatedAt: isoTime }),
    roles: MAKERS,
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH', 'CHANGED_MEANWHILE', 'EMAIL_TAKEN', 'PHONE_INVALID'],
  }),
  /** As the row was shown, and for a reason; for supervisors of the home branch. */
  'customers.setStatus': command({
    input: z.object({ customerId: id, updatedAt: isoTime, status: partyStatus, reason: text(500) }),
    output: z.object({ updatedAt: isoTime }),
    roles: ['SUPERVISOR'],
    errors: ['CUSTOMER_NOT_FOUND', 'OTHER_BRANCH', 'CHANGED_MEANWHILE'],
  }),
  /** Name, birth and nationality as they should be, with the document that shows it. A supervisor who is somebody else decides. */
  'customers.proposeCorrection': command({
    input: z.object({
      id,
      customerId: id,
      documentId: id,
      ...person,
      nationality: countryCode,
      reason: text(500),
    }),
    output: z.object({ id }),
    roles: MAKERS,
    errors: [
      'CUSTOMER_NOT_FOUND',
      'OTHER_BRANCH',
      'DOCUMENT_NOT_FOUND',
      'NAME_WITHOUT_LETTERS',
      'NAME_MIXES_ALPHABETS',
      'BIRTH_IN_FUTURE',
      'BIRTH_TOO_EARLY',
      'CUSTOMER_TOO_YOUNG',
      'NOTHING_TO_CORRECT',
      'CORRECTION_WAITS',
      'KEY_REUSED',
    ],
  }),
  /** Needs the document that shows it to have been drawn on this screen in this session. */
  'customers.approveCorrection': command({
    input: z.object({ correctionId: id }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: [
      'CORRECTION_NOT_FOUND',
      'OTHER_BRANCH',
      'ALREADY_DECIDED',
      'OWN_PROPOSAL',
      'PROPOSER_MAY_NO_MORE',
      'DOCUMENT_NOT_APPROVED',
      'NOT_SHOWN',
      'CHANGED_MEANWHILE',
    ],
  }),
  'customers.declineCorrection': command({
    input: z.object({ correctionId: id, reason: text(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['CORRECTION_NOT_FOUND', 'OTHER_BRANCH', 'ALREADY_DECIDED', 'OWN_PROPOSAL'],
  }),
  /** Those that wait: of one customer, or of the whole branch. */
  'customers.listCorrections': query({
    input: z.object({ customerId: id.nullable() }),
    output: z.object({ corrections: z.array(correction) }),
    roles: READERS,
    errors: [],
  }),
}
