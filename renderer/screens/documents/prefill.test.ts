import { expect, test } from 'vitest'
import type { ReadField, Reading } from '../../../shared/reading/reading.ts'
import { compareReading, otherHolder } from './compare-reading.ts'
import { markOf, prefillOf } from './prefill.ts'
import { TYPES_OF } from './upload-schema.ts'

const read = (text: string, vouched: ReadField['vouched'] = 'NONE'): ReadField => ({
  text,
  vouched,
  confidence: 0.9,
  suggestion: null,
  ambiguous: [],
})

const passport: Reading = {
  source: 'MRZ',
  format: 'TD3',
  page: 1,
  text: null,
  fields: {
    documentNumber: read('L898902C3', 'DIGIT'),
    expiresAt: read('2031-04-15', 'DIGIT'),
    issuer: read('SE'),
    surname: read('ERIKSSON'),
    givenNames: read('ANNA MARIA'),
    dateOfBirth: read('1974-08-12', 'DIGIT'),
  },
}

test('a passport fills the number, the date and the state that issued it', () => {
  expect(prefillOf([passport], TYPES_OF.PERSON)).toEqual({
    documentType: 'PASSPORT',
    documentNumber: 'L898902C3',
    expiresAt: '2031-04-15',
    issuingCountry: 'SE',
  })
  expect(prefillOf([{ ...passport, format: 'TD1' }], TYPES_OF.PERSON).documentType).toBe('NATIONAL_ID')
  expect(prefillOf([{ ...passport, source: 'AAMVA', format: '10' }], TYPES_OF.PERSON).documentType).toBe(
    'DRIVERS_LICENSE',
  )
})

test('a state without a code of its own, and a QR code, fill nothing', () => {
  expect(prefillOf([{ ...passport, fields: { issuer: read('XX') } }], TYPES_OF.PERSON)).toEqual({
    documentType: 'PASSPORT',
  })
  expect(
    prefillOf(
      [{ ...passport, source: 'QR', format: '', fields: {}, text: 'https://example.test' }],
      TYPES_OF.PERSON,
    ),
  ).toEqual({})
})

test('of a passport that is laid on the scanner for a company nothing is taken over', () => {
  expect(prefillOf([passport], TYPES_OF.COMPANY)).toEqual({})
})

test('a value is marked by what vouches for it, however it is typed, and by a difference', () => {
  expect(markOf(read('L898902C3', 'DIGIT'), 'l898 902-c3')).toBe('vouched')
  expect(markOf(read('L898902C3'), 'L898902C3')).toBe('read')
  expect(markOf(read('L898902C3', 'DIGIT'), 'L898902C4')).toBe('differs')
})

test('the reviewer sees where what was read and what is on file differ', () => {
  const document = { documentNumber: 'L898902C4', issuingCountry: 'SE', expiresAt: '2031-04-15' }
  const person = { firstName: 'Anna Maria', lastName: 'Eriksson', dateOfBirth: '1974-08-12' }
  const states = (changed: Partial<typeof person> = {}) =>
    Object.fromEntries(
      compareReading(passport, document, { ...person, ...changed }).map(({ field, state }) => [field, state]),
    )
  expect(states()).toEqual({
    surname: 'same',
    givenNames: 'same',
    dateOfBirth: 'same',
    documentNumber: 'differs',
    issuer: 'same',
    expiresAt: 'same',
  })
  expect(states({ lastName: 'Ericsson' }).surname).toBe('differs')
  // Only the issuing state knows how it wrote a name of another script.
  expect(states({ lastName: 'Ерикссон' }).surname).toBe('unknown')
})

test('a document of somebody else is noticed by name and birth while it is uploaded, and an own one is not', () => {
  const person = { firstName: 'Anna Maria', lastName: 'Eriksson', dateOfBirth: '1974-08-12' }
  expect(otherHolder(passport, person)).toEqual([])
  const other = { ...person, lastName: 'Tanaka', dateOfBirth: '1988-11-19' }
  expect(otherHolder(passport, other).map(({ field }) => field)).toEqual(['surname', 'dateOfBirth'])
})
