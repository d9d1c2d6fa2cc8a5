import { z } from 'zod'
import { isoDate, nameText, optionalName } from '../../../shared/contract/fields.ts'
import type { Presenter } from '../../../shared/contract/presenter.ts'
import { documentNumber } from '../../../shared/contract/documents.ts'
import { TYPES_FOR } from '../../../shared/rules/documents.ts'

const asked = z.object({
  dateOfBirth: isoDate,
  name: nameText(200),
  documentType: z.enum([...TYPES_FOR.identity]).or(z.literal('')),
  documentNumber: documentNumber.or(z.literal('')),
  country: z.string(),
  onBehalfOf: optionalName(200),
})

/** Somebody by name, birth and, unless no document is shown, all of the document. */
export const strangerSchema = asked
  .refine(({ documentType, documentNumber: number }) => documentType === '' || number !== '', {
    path: ['documentNumber'],
  })
  .refine(({ documentType, country }) => documentType === '' || country !== '', { path: ['country'] })

export type StrangerFields = z.input<typeof strangerSchema>

export const NOBODY: StrangerFields = {
  name: '',
  dateOfBirth: '',
  documentType: '',
  documentNumber: '',
  country: '',
  onBehalfOf: '',
}

/** What was typed as the contract takes it. */
export const presenterFrom = (typed: z.output<typeof strangerSchema>): Presenter => ({
  name: typed.name,
  dateOfBirth: typed.dateOfBirth,
  document:
    typed.documentType === ''
      ? null
      : { type: typed.documentType, number: typed.documentNumber, country: typed.country },
  onBehalfOf: typed.onBehalfOf,
})
