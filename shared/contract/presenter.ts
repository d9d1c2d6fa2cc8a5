import { z } from 'zod'
import { TYPES_FOR } from '../rules/documents.ts'
import { documentNumber } from './documents.ts'
import { countryCode, documentType, id, isoDate, nameText, optionalName } from './fields.ts'

const identityType = documentType.extract([...TYPES_FOR.identity])

/** An identity document as it is shown at the counter. */
const shownDocument = z.object({ type: identityType, number: documentNumber, country: countryCode })

/** For whom cash is brought or fetched; null: for the holder of the account. */
const onBehalfOf = optionalName(200)

/** Who stands at the counter with cash, where it is not the holder of the account: a customer, or somebody by name and birth. */
export const presenter = z.union([
  z.object({ name: nameText(200), dateOfBirth: isoDate, document: shownDocument.nullable(), onBehalfOf }),
  z.object({ customerId: id, onBehalfOf }),
])
export type Presenter = z.input<typeof presenter>

/** Whom a receipt names as the person at the counter; the document is null of a customer who was chosen. */
export const presenterView = z.object({
  name: z.string(),
  dateOfBirth: isoDate,
  document: z.object({ type: identityType, number: z.string(), country: z.string() }).nullable(),
  onBehalfOf: z.string().nullable(),
})
export type PresenterView = z.infer<typeof presenterView>

/** What is refused of the person at the counter. */
export const PRESENTER_ERRORS = [
  'CUSTOMER_NOT_FOUND',
  'IDENTIFICATION_NEEDED',
  'NAME_MIXES_ALPHABETS',
  'NAME_WITHOUT_LETTERS',
] as const

/** Whom a receipt names as having signed for the account that was debited, where it was not its holder alone. */
export const signers = z.array(z.string())

/** Of whoever signs without the power to; `could` says in each case who has it. */
export const SIGNER_ERRORS = [
  'SIGNER_ABOVE_LIMIT',
  'SIGNER_IS_MINOR',
  'SIGNER_MANDATE_ENDED',
  'SIGNER_WITHOUT_POWER',
  'SIGNERS_TOGETHER',
] as const
