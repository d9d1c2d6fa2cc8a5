import { z } from 'zod'
import {
  COMPANY_PROOFS,
  isOfCompany,
  needOf,
  SPECIMENS,
  TYPES_FOR,
  type Ask,
  type DocumentType,
} from '../../../shared/rules/documents.ts'
import { documentNumber } from '../../../shared/contract/documents.ts'
import { documentType } from '../../../shared/contract/fields.ts'
import { countryOptions } from '../customers/countries.ts'
import { i18n } from '../../i18n/i18n.ts'

/** What a person and a company may bring, the most common one first. */
export const TYPES_OF = {
  PERSON: [...TYPES_FOR.identity, ...TYPES_FOR.address, ...SPECIMENS],
  COMPANY: [...COMPANY_PROOFS, ...TYPES_FOR.address],
} as const satisfies Record<string, readonly DocumentType[]>
type Kind = keyof typeof TYPES_OF

/** It has a date from which its age counts, which may be left empty: then it counts from the upload. */
export const isDated = (type: DocumentType): boolean => needOf(type) === 'address' || isOfCompany(type)

/** It is valid until a day: proofs of identity are, an extract of a register is not. */
export const mustExpire = (type: DocumentType): boolean => needOf(type) === 'identity' && !isOfCompany(type)

/** `today` is the bank's date: a document that has expired is refused before anything is sent. */
export const uploadSchema = (today: string) =>
  z
    .object({
      documentType,
      documentNumber,
      issuingCountry: z.string(),
      expiresAt: z.string(),
      issuedOn: z.string(),
    })
    .refine(({ documentType: type, expiresAt }) => expiresAt !== '' || !mustExpire(type), {
      path: ['expiresAt'],
      error: () => i18n.t('documents:upload.expiresNeeded'),
    })
    .refine(
      ({ documentType: type, issuingCountry }) => issuingCountry !== '' || needOf(type) !== 'identity',
      {
        path: ['issuingCountry'],
        error: () => i18n.t('components:required'),
      },
    )
    .refine(({ issuedOn }) => issuedOn <= today, {
      path: ['issuedOn'],
      error: () => i18n.t('documents:upload.issuedLater'),
    })
    .refine(({ expiresAt }) => expiresAt === '' || expiresAt >= today, {
      path: ['expiresAt'],
      error: () => i18n.t('documents:upload.expiredAlready'),
    })

/** What the fields of the upload form hold. */
export type UploadFields = z.input<ReturnType<typeof uploadSchema>>

/** An empty form for the first document that is missing; most are issued where the customer lives. */
export const blankUpload = (kind: Kind, missing: readonly Ask[], country: string | null): UploadFields => ({
  documentType: missing[0]?.types[0] ?? TYPES_OF[kind][0],
  documentNumber: '',
  issuingCountry: countryOptions.some(({ value }) => value === country) ? (country ?? '') : '',
  expiresAt: '',
  issuedOn: '',
})
