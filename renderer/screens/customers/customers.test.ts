import { describe, expect, test } from 'vitest'
import type { CustomerRow, CustomerView } from '../../../shared/contract/customers.ts'
import { MAX_FILE_BYTES } from '../../../shared/contract/documents.ts'
import { judgeFile } from '../documents/chosen-file.ts'
import { changedFields } from './contact-changes.ts'
import { countryOptions } from './countries.ts'
import { likenesses } from './likeness.ts'
import { blankRegistration, contactOf, contactSchema, registrationSchema } from './person-schema.ts'
import { missingKinds, stepsOf } from './progress.ts'
import { dropDraft, keepDraft, startDraft } from './registration-draft.ts'
import { uploadSchema } from '../documents/upload-schema.ts'
import { wantedFrom } from './use-likely.ts'

const held = (documentType: 'PASSPORT' | 'UTILITY_BILL', status: 'PENDING' | 'APPROVED' | 'REJECTED') => ({
  documentType,
  status,
})

const now = (customer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(customer).find(({ state }) => state === 'now')?.step

describe('onboarding', () => {
  test('what was rejected is missing again', () => {
    expect(missingKinds([])).toEqual(['identity', 'address'])
    expect(missingKinds([held('PASSPORT', 'PENDING')])).toEqual(['address'])
    expect(missingKinds([held('PASSPORT', 'REJECTED'), held('UTILITY_BILL', 'APPROVED')])).toEqual([
      'identity',
    ])
  })

  test('the first step that is not done is the one to do now', () => {
    const papers = [held('PASSPORT', 'PENDING'), held('UTILITY_BILL', 'PENDING')]
    expect(now({ documents: [], kycStatus: 'PENDING', accounts: [] })).toBe('documents')
    expect(now({ documents: papers, kycStatus: 'PENDING', accounts: [] })).toBe('verified')
    expect(now({ documents: papers, kycStatus: 'APPROVED', accounts: [] })).toBe('account')
    expect(now({ documents: papers, kycStatus: 'APPROVED', accounts: [{}] })).toBeUndefined()
  })
})

const typed = {
  ...blankRegistration('SE'),
  firstName: ' Åsa ',
  lastName: 'Öberg',
  dateOfBirth: '1980-02-29',
  phone: '070 174 06 05',
  address: 'Storgatan 4',
  city: 'Stockholm',
}

describe('registration', () => {
  test('trims, and hands over what was left empty as null', () => {
    const person = registrationSchema.parse(typed)
    expect(person.firstName).toBe('Åsa')
    expect(contactOf(person)).toMatchObject({
      email: null,
      occupation: null,
      incomeRange: null,
      country: 'SE',
    })
  })

  test('judges the phone by the country, also while other fields are still empty', () => {
    const refused = registrationSchema.safeParse({ ...typed, city: '', phone: '12' })
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['city', 'phone'])
    expect(registrationSchema.safeParse({ ...typed, country: 'US' }).success).toBe(false)
    expect(registrationSchema.safeParse({ ...typed, country: 'US', phone: '+46701740605' }).success).toBe(
      true,
    )
  })

  test('refuses a birth that is still to come, a wrong e-mail address and a day that does not exist', () => {
    for (const wrong of [{ dateOfBirth: '2999-01-01' }, { email: 'asa@' }, { dateOfBirth: '1981-02-29' }])
      expect(registrationSchema.safeParse({ ...typed, ...wrong }).success).toBe(false)
  })

  test('a contact can be changed although the birth was never stated', () => {
    expect(contactSchema.safeParse({ ...typed, dateOfBirth: '' }).success).toBe(true)
  })

  test('looks for the same person as soon as there is a name and something that tells people apart', () => {
    expect(wantedFrom({ ...typed, dateOfBirth: '', phone: '' })).toBeNull()
    expect(wantedFrom({ ...typed, firstName: ' ' })).toBeNull()
    expect(wantedFrom(typed)).toEqual({
      firstName: 'Åsa',
      lastName: 'Öberg',
      dateOfBirth: '1980-02-29',
      phone: '+46701740605',
      email: null,
    })
  })

  test('says why somebody may be the same', () => {
    const known: CustomerRow = {
      id: '0192f0c0-0000-7000-8000-000000000001',
      customerNumber: 'C-10000008',
      firstName: 'Asa',
      lastName: 'Oberg',
      dateOfBirth: '1980-02-29',
      phone: '+46701740605',
      email: 'asa@example.test',
      kycStatus: 'PENDING',
      status: 'ACTIVE',
    }
    const person = { firstName: 'Åsa', lastName: 'Öberg', phone: null, email: 'ASA@example.test' }
    expect(likenesses(person, known)).toEqual(['name', 'email'])
    const other = { firstName: 'Åse', lastName: 'Öberg', dateOfBirth: '1980-02-29', phone: null, email: null }
    expect(likenesses(other, known)).toEqual(['similar', 'dateOfBirth'])
  })

  test('a draft keeps its id for the one who typed it, and nobody else sees it', () => {
    const draft = startDraft('maria')
    keepDraft({ ...draft, values: typed })
    expect(startDraft('maria')).toEqual({ ...draft, values: typed })
    expect(startDraft('samuel').values.firstName).toBe('')
    dropDraft()
    expect(startDraft('maria').id).not.toBe(draft.id)
  })
})

test('tells which contact fields somebody else changed', () => {
  const before: CustomerView = {
    id: '0192f0c0-0000-7000-8000-000000000001',
    customerNumber: 'C-10000008',
    firstName: 'Ana',
    lastName: 'Eriksson',
    dateOfBirth: '1974-08-12',
    phone: '+46701740605',
    email: null,
    kycStatus: 'PENDING',
    status: 'ACTIVE',
    address: 'Storgatan 4',
    city: 'Stockholm',
    country: 'SE',
    occupation: null,
    incomeRange: 'UNDER_20K',
    createdAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:00Z',
    documents: [],
    accounts: [],
  }
  const after = { ...before, city: 'Uppsala', incomeRange: null, status: 'SUSPENDED' as const }
  expect(changedFields(before, after)).toEqual([
    { field: 'city', value: 'Uppsala' },
    { field: 'incomeRange', value: '' },
  ])
})

const bytes = (...first: number[]) => Uint8Array.from([...first, 0, 0, 0, 0, 0, 0, 0, 0])

describe('a chosen file', () => {
  test('is told by its bytes, not by its name', () => {
    expect(judgeFile('a.pdf', bytes(0xff, 0xd8, 0xff))).toMatchObject({ value: { mediaType: 'image/jpeg' } })
    expect(judgeFile('a.jpg', bytes(0x25, 0x50, 0x44, 0x46))).toMatchObject({
      value: { mediaType: 'application/pdf' },
    })
    expect(judgeFile('a.png', bytes(0x4d, 0x5a))).toMatchObject({ error: { code: 'FILE_TYPE_NOT_ALLOWED' } })
    expect(judgeFile('a.png', new Uint8Array())).toMatchObject({ error: { code: 'FILE_EMPTY' } })
  })
  test('may have ten mebibytes and not one byte more', () => {
    const scan = new Uint8Array(MAX_FILE_BYTES)
    scan.set([0xff, 0xd8, 0xff])
    expect(judgeFile('a.jpg', scan).ok).toBe(true)
    expect(judgeFile('a.jpg', new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      error: { code: 'FILE_TOO_LARGE' },
    })
  })
})

test('an identity document needs a date that is not over, a proof of address none', () => {
  const schema = uploadSchema('2026-11-23')
  const fits = (documentType: 'PASSPORT' | 'UTILITY_BILL', expiresAt: string) =>
    schema.safeParse({ documentType, documentNumber: '1', expiresAt }).success
  expect(fits('PASSPORT', '')).toBe(false)
  expect(fits('PASSPORT', '2026-11-22')).toBe(false)
  expect(fits('PASSPORT', '2026-11-23')).toBe(true)
  expect(fits('UTILITY_BILL', '')).toBe(true)
  expect(fits('UTILITY_BILL', '2026-11-22')).toBe(false)
})

test('every country of ISO 3166-1 has a name', () => {
  expect(countryOptions).toHaveLength(249)
  expect(countryOptions.filter(({ value, label }) => value === label)).toEqual([])
})
