import type { Reading, ReadField } from '../../../shared/reading/reading.ts'
import type { DocumentType } from '../../../shared/rules/documents.ts'
import { countryOptions } from '../customers/countries.ts'
import type { UploadFields } from './upload-schema.ts'

/** The fields of the form that a machine can read, and what each is called in a reading. */
export const READ_AS = {
  documentNumber: 'documentNumber',
  issuingCountry: 'issuer',
  expiresAt: 'expiresAt',
} as const
export type PrefilledField = keyof typeof READ_AS
export const PREFILLED = ['documentNumber', 'issuingCountry', 'expiresAt'] as const satisfies PrefilledField[]

/** What the form begins with, as far as it was read. */
export type Prefill = Partial<Pick<UploadFields, PrefilledField | 'documentType'>>

/** A passport has a zone of two long lines, a card one of another format, a driving licence a barcode. */
function typeOf({ source, format }: Reading): DocumentType | undefined {
  if (source === 'AAMVA') return 'DRIVERS_LICENSE'
  if (source === 'QR') return undefined
  return format === 'TD3' ? 'PASSPORT' : 'NATIONAL_ID'
}

/** The first reading that says something of the holder; a QR code says what it likes. */
export const readingOf = (readings: readonly Reading[]): Reading | undefined =>
  readings.find(({ source }) => source !== 'QR')

/** What was read of a field of the form, where the form can hold it. */
export function readOf(readings: readonly Reading[], field: PrefilledField): ReadField | undefined {
  const read = readingOf(readings)?.fields[READ_AS[field]]
  const isKnown = field !== 'issuingCountry' || countryOptions.some(({ value }) => value === read?.text)
  return isKnown ? read : undefined
}

/**
 * The values that the form takes over from what was read; a person's own are kept by who calls this. A document that is not among those
 * that this customer may bring is somebody else's: nothing of it is taken over.
 */
export function prefillOf(readings: readonly Reading[], possible: readonly DocumentType[]): Prefill {
  const reading = readingOf(readings)
  const documentType = reading === undefined ? undefined : typeOf(reading)
  if (documentType !== undefined && !possible.includes(documentType)) return {}
  const values = PREFILLED.flatMap((field) => {
    const read = readOf(readings, field)
    return read === undefined ? [] : [[field, read.text] as const]
  })
  return { ...(documentType === undefined ? {} : { documentType }), ...Object.fromEntries(values) }
}

/** How a value of the form stands to what was read: the same and vouched for, the same only, or another. */
export type Mark = 'vouched' | 'read' | 'differs'

const plain = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

export function markOf(read: ReadField, value: string): Mark {
  if (plain(read.text) !== plain(value)) return 'differs'
  return read.vouched === 'DIGIT' ? 'vouched' : 'read'
}
