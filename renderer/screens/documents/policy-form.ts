import { z } from 'zod'
import type { KycPolicy } from '../../../shared/contract/kyc.ts'
import { isoDate } from '../../../shared/contract/fields.ts'
import { EXPIRED_BLOCKS } from '../../../shared/rules/kyc.ts'
import { TYPES_FOR } from '../../../shared/rules/documents.ts'

const wholeFrom = (least: number, most: number) =>
  z.string().refine((typed) => /^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most)

/** What the form of a policy accepts: figures as text, countries as codes with blanks or commas between them. */
export const policySchema = z
  .object({
    PASSPORT: z.boolean(),
    NATIONAL_ID: z.boolean(),
    DRIVERS_LICENSE: z.boolean(),
    identities: wholeFrom(1, 3),
    countries: z.string().refine((typed) => /^([A-Za-z]{2}([\s,]+|$))*$/.test(typed.trim())),
    UTILITY_BILL: z.boolean(),
    BANK_STATEMENT: z.boolean(),
    addresses: wholeFrom(0, 3),
    addressDays: wholeFrom(1, 3650),
    expiredBlocks: z.enum(EXPIRED_BLOCKS),
    reviewYears: wholeFrom(1, 20),
    extracts: wholeFrom(0, 3),
    extractDays: wholeFrom(1, 3650),
    validFrom: isoDate,
  })
  .refine((typed) => TYPES_FOR.identity.some((type) => typed[type]), { path: ['PASSPORT'] })
  .refine((typed) => TYPES_FOR.address.some((type) => typed[type]), { path: ['UTILITY_BILL'] })
export type PolicyFields = z.infer<typeof policySchema>

/** The form of a policy as it is. */
export const fieldsOf = (policy: KycPolicy, today: string): PolicyFields => ({
  PASSPORT: policy.identityTypes.includes('PASSPORT'),
  NATIONAL_ID: policy.identityTypes.includes('NATIONAL_ID'),
  DRIVERS_LICENSE: policy.identityTypes.includes('DRIVERS_LICENSE'),
  identities: String(policy.identities),
  countries: (policy.countries ?? []).join(', '),
  UTILITY_BILL: policy.addressTypes.includes('UTILITY_BILL'),
  BANK_STATEMENT: policy.addressTypes.includes('BANK_STATEMENT'),
  addresses: String(policy.addresses),
  addressDays: String(policy.addressDays),
  expiredBlocks: policy.expiredBlocks,
  reviewYears: String(policy.reviewYears),
  extracts: String(policy.extracts),
  extractDays: String(policy.extractDays),
  validFrom: today,
})

/** The policy of what was typed. */
export function policyOf(risk: KycPolicy['risk'], typed: PolicyFields): KycPolicy {
  const codes = typed.countries.toUpperCase().match(/[A-Z]{2}/g)
  return {
    risk,
    identityTypes: TYPES_FOR.identity.filter((type) => typed[type]),
    identities: Number(typed.identities),
    countries: codes === null ? null : [...new Set(codes)],
    addressTypes: TYPES_FOR.address.filter((type) => typed[type]),
    addresses: Number(typed.addresses),
    addressDays: Number(typed.addressDays),
    expiredBlocks: typed.expiredBlocks,
    reviewYears: Number(typed.reviewYears),
    extracts: Number(typed.extracts),
    extractDays: Number(typed.extractDays),
  }
}
