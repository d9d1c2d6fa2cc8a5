import { z } from 'zod'
import { needOf, TYPES_FOR, type Need } from '../../../shared/rules/documents.ts'
import { documentType, text } from '../../../shared/contract/fields.ts'
import { i18n } from '../../i18n/i18n.ts'

/** `today` is the bank's date: a document that has expired is refused before anything is sent. */
export const uploadSchema = (today: string) =>
  z
    .object({ documentType, documentNumber: text(100), expiresAt: z.string() })
    .refine(({ documentType: type, expiresAt }) => expiresAt !== '' || needOf(type) !== 'identity', {
      path: ['expiresAt'],
      error: () => i18n.t('documents:upload.expiresNeeded'),
    })
    .refine(({ expiresAt }) => expiresAt === '' || expiresAt >= today, {
      path: ['expiresAt'],
      error: () => i18n.t('documents:upload.expiredAlready'),
    })

/** What the fields of the upload form hold. */
export type UploadFields = z.input<ReturnType<typeof uploadSchema>>

/** An empty form for the first document that is missing. */
export const blankUpload = (missing: readonly Need[]): UploadFields => ({
  documentType: TYPES_FOR[missing[0] ?? 'identity'][0] ?? 'PASSPORT',
  documentNumber: '',
  expiresAt: '',
})
