import { z } from 'zod'
import { documentType, text } from '../../../shared/contract/fields.ts'
import { i18n } from '../../i18n/i18n.ts'
import { kindOf } from '../customers/progress.ts'

/** `today` is the bank's date: a document that has expired is refused before anything is sent. */
export const uploadSchema = (today: string) =>
  z
    .object({ documentType, documentNumber: text(100), expiresAt: z.string() })
    .refine(({ documentType: type, expiresAt }) => expiresAt !== '' || kindOf(type) !== 'identity', {
      path: ['expiresAt'],
      error: () => i18n.t('documents:upload.expiresNeeded'),
    })
    .refine(({ expiresAt }) => expiresAt === '' || expiresAt >= today, {
      path: ['expiresAt'],
      error: () => i18n.t('documents:upload.expiredAlready'),
    })
