import { z } from 'zod'

/** What a reading may say of a document, in the words of the forms. */
export const READING_FIELDS = [
  'documentNumber',
  'expiresAt',
  'issuer',
  'surname',
  'givenNames',
  'dateOfBirth',
  'nationality',
  'sex',
] as const
export type ReadingField = (typeof READING_FIELDS)[number]

/**
 * One field as it was read. DIGIT: its own check digit agrees and every character was seen clearly; nothing else vouches for a field.
 * Dates are ISO dates, states ISO 3166-1 alpha-2 where there is such a code.
 */
export const readField = z.object({
  text: z.string().max(200),
  vouched: z.enum(['DIGIT', 'NONE']),
  /** The least sure of its characters, from 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** What would make its digit right: a guess, shown to a person. */
  suggestion: z.string().max(200).nullable(),
  /** The characters, counted from 0, that its digit could not tell from another likely one. */
  ambiguous: z.array(z.number().int().min(0)),
})
export type ReadField = z.infer<typeof readField>

/** What a machine-readable zone (ICAO 9303) or a barcode of a document says. */
export const reading = z.object({
  source: z.enum(['MRZ', 'AAMVA', 'QR']),
  /** TD1, TD2 or TD3; of an AAMVA barcode its version; of a QR code nothing. */
  format: z.string().max(20),
  /** The page that it was read from, counted from 1. */
  page: z.number().int().min(1),
  fields: z.partialRecord(z.enum(READING_FIELDS), readField),
  /** Of a QR code, its text as it is. */
  text: z.string().max(5000).nullable(),
})
export type Reading = z.infer<typeof reading>
