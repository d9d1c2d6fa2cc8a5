import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import type { ReadField, Reading, ReadingField } from '../../../shared/reading/reading.ts'
import { FORMATS, FORMAT_NAMES } from '../../../shared/mrz/formats.ts'
import { compareName } from '../../../shared/mrz/names.ts'
import { markOf } from './prefill.ts'

type ComparedField = (typeof FIELDS)[number]

/** One line for the reviewer: what was read, what is on file, and whether the two agree. `unknown` when nobody can tell. */
export type Compared = {
  readonly field: ComparedField
  readonly read: ReadField
  readonly typed: string | null
  readonly state: 'same' | 'differs' | 'unknown'
}

type Typed = Pick<QueuedDocument, 'documentNumber' | 'issuingCountry' | 'expiresAt'>
type Person = Pick<CustomerView, 'firstName' | 'lastName' | 'dateOfBirth'>

const FIELDS = [
  'surname',
  'givenNames',
  'dateOfBirth',
  'documentNumber',
  'issuer',
  'expiresAt',
] as const satisfies ReadingField[]

/** What is on file of each field. */
const typedIn = (typed: Typed, person: Person): Record<ComparedField, string | null> => ({
  surname: person.lastName,
  givenNames: person.firstName,
  dateOfBirth: person.dateOfBirth,
  documentNumber: typed.documentNumber,
  issuer: typed.issuingCountry,
  expiresAt: typed.expiresAt,
})

/** A zone whose name takes all of its cells may have lost the end of it. */
function mayBeCut({ format, fields }: Reading): boolean {
  const name = FORMAT_NAMES.find((known) => known === format)
  if (name === undefined) return false
  const { from, to } = FORMATS[name].fields.name.at
  const length = (fields.surname?.text.length ?? 0) + 2 + (fields.givenNames?.text.length ?? 0)
  return length >= to - from
}

function stateOf(
  reading: Reading,
  field: ReadingField,
  read: ReadField,
  typed: string | null,
): Compared['state'] {
  if (typed === null) return 'unknown'
  if (field !== 'surname' && field !== 'givenNames')
    return markOf(read, typed) === 'differs' ? 'differs' : 'same'
  const compared = compareName(typed, read.text, mayBeCut(reading))
  return compared === 'different' ? 'differs' : compared
}

/** What was read of a document beside what was typed and is on file, in the order of a document. */
export const compareReading = (reading: Reading, document: Typed, person: Person): Compared[] =>
  FIELDS.flatMap((field) => {
    const read = reading.fields[field]
    if (read === undefined) return []
    const typed = typedIn(document, person)[field]
    return [{ field, read, typed, state: stateOf(reading, field, read, typed) }]
  })

const HOLDER: readonly ComparedField[] = ['surname', 'givenNames', 'dateOfBirth']

/** What a document says of its holder that is not so on file: it may be somebody else's. */
export const otherHolder = (reading: Reading, person: Person): Compared[] =>
  compareReading(reading, { documentNumber: '', issuingCountry: null, expiresAt: null }, person).filter(
    ({ field, state }) => HOLDER.includes(field) && state === 'differs',
  )
