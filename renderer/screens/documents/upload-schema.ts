import { z } from 'zod'
import { needOf, TYPES_FOR, type Need } from '../../../shared/rules/documents.ts'
import { documentNumber } from '../../../shared/contract/documents.ts'
import { documentType } from '../../../shared/contract/fields.ts'
import { countryOptions } from '../customers/countries.ts'
import { i18n } from '../../i18n/i18n.ts'

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
    .refine(({ documentType: type, expiresAt }) => expiresAt !== '' || needOf(type) !== 'identity', {
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
export const blankUpload = (missing: readonly Need[], country: string | null): UploadFields => ({
  documentType: TYPES_FOR[missing[0] ?? 'identity'][0] ?? 'PASSPORT',
  documentNumber: '',
  issuingCountry: countryOptions.some(({ value }) => value === country) ? (country ?? '') : '',
  expiresAt: '',
  issuedOn: '',
})
