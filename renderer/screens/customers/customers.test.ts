import { describe, expect, test } from 'vitest'
import { details } from '../../../shared/contract/customers.ts'
import { ASKS, customerRow, customerView } from '../../../test/support/customers.ts'
import { changedFields } from './contact-changes.ts'
import { countryOptions } from './countries.ts'
import { isOptional, statedDetail } from './customer-details.ts'
import { DETAIL_NAMES, FACT_NAMES, linesOf } from './detail-order.ts'
import { likenesses } from './likeness.ts'
import { missingIn } from './missing-in.ts'
import {
  blankRegistration,
  contactOf,
  contactSchema,
  registrationSchema as schemaOn,
} from './person-schema.ts'
import { stepsOf } from './progress.ts'
import { dropDraft, keepDraft, startDraft } from './registration-draft.ts'
import { duplicateSearchOf } from './duplicate-search.ts'
import { questionOf } from './use-duplicate-check.ts'

const held = (documentType: 'PASSPORT' | 'UTILITY_BILL', status: 'PENDING' | 'APPROVED' | 'REJECTED') => ({
  documentType,
  status,
  issuingCountry: 'SE',
  deletion: null,
})

const registrationSchema = schemaOn('2026-11-22')

const now = (customer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(customer).find(({ state }) => state === 'now')?.step

describe('onboarding', () => {
  test('the first step that is not done is the one to do now', () => {
    const documents = [held('PASSPORT', 'PENDING'), held('UTILITY_BILL', 'PENDING')]
    expect(now({ asks: ASKS, documents: [], kycStatus: 'PENDING', accounts: [] })).toBe('documents')
    expect(now({ asks: ASKS, documents, kycStatus: 'PENDING', accounts: [] })).toBe('verified')
    expect(now({ asks: ASKS, documents, kycStatus: 'APPROVED', accounts: [] })).toBe('account')
    expect(now({ asks: ASKS, documents, kycStatus: 'APPROVED', accounts: [{}] })).toBeUndefined()
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
  nationality: 'SE',
  taxResidences: [{ country: 'SE', tin: '' }],
}

const residences = (...countries: string[]) => ({
  ...typed,
  taxResidences: countries.map((country) => ({ country, tin: '' })),
})

describe('registration', () => {
  test('trims, and sends empty fields as null', () => {
    const person = registrationSchema.parse(typed)
    expect(person.firstName).toBe('Åsa')
    expect(contactOf(person)).toMatchObject({
      email: null,
      occupation: null,
      incomeRange: null,
      country: 'SE',
      taxResidences: [{ country: 'SE', tin: null }],
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
    for (const wrong of [{ dateOfBirth: '2026-11-23' }, { email: 'asa@' }, { dateOfBirth: '1981-02-29' }])
      expect(registrationSchema.safeParse({ ...typed, ...wrong }).success).toBe(false)
  })

  test('a contact can be changed although the birth was never stated', () => {
    expect(contactSchema.safeParse({ ...typed, dateOfBirth: '' }).success).toBe(true)
  })

  test('looks for the same person as soon as there is a name and something that tells people apart', () => {
    expect(duplicateSearchOf({ ...typed, dateOfBirth: '', phone: '' })).toBeNull()
    expect(duplicateSearchOf({ ...typed, firstName: ' ' })).toBeNull()
    expect(duplicateSearchOf(typed)).toEqual({
      firstName: 'Åsa',
      lastName: 'Öberg',
      dateOfBirth: '1980-02-29',
      phone: '+46701740605',
      email: null,
    })
  })

  test('says why a customer may be the same person', () => {
    const known = customerRow({
      firstName: 'Asa',
      lastName: 'Oberg',
      dateOfBirth: '1980-02-29',
      email: 'asa@example.test',
    })
    const person = { firstName: 'Åsa', lastName: 'Öberg', phone: null, email: 'ASA@example.test' }
    expect(likenesses(person, known)).toEqual(['name', 'email'])
    const other = { firstName: 'Åse', lastName: 'Öberg', dateOfBirth: '1980-02-29', phone: null, email: null }
    expect(likenesses(other, known)).toEqual(['similar', 'dateOfBirth'])
  })

  test('a person with one name has no first name, and a first name is not left out by mistake', () => {
    const one = { ...typed, firstName: '', lastName: 'Suharto' }
    expect(registrationSchema.safeParse(one).error?.issues.map(({ path }) => path)).toEqual([['firstName']])
    expect(registrationSchema.safeParse({ ...one, oneName: true }).success).toBe(true)
    expect(duplicateSearchOf({ ...one, oneName: true })).toMatchObject({
      firstName: null,
      lastName: 'Suharto',
    })
  })

  test('a company has a legal name, a number and any year of founding, and no first name', () => {
    const firm = { ...typed, firstName: '', lastName: 'Nordvik AB', company: true, dateOfBirth: '1888-05-01' }
    const paths = (one: typeof firm) =>
      registrationSchema.safeParse(one).error?.issues.map(({ path }) => path.join())
    expect(paths(firm)).toEqual(['registrationNumber'])
    const numbered = { ...firm, registrationNumber: '556016-0680' }
    expect(paths(numbered)).toBeUndefined()
    expect(paths({ ...numbered, company: false })).toEqual(['firstName', 'dateOfBirth'])
    expect(duplicateSearchOf(numbered)).toMatchObject({ firstName: null, lastName: 'Nordvik AB' })
    expect(missingIn({ ...firm, lastName: '' }).slice(0, 2)).toEqual(['lastName', 'registrationNumber'])
  })

  test('a name of two alphabets, or of nothing that is seen, is refused beside its field', () => {
    for (const lastName of ['Еriksson', '\u200B\u3164', '-'])
      expect(registrationSchema.safeParse({ ...typed, lastName }).error?.issues[0]?.path, lastName).toEqual([
        'lastName',
      ])
  })

  test('each country of tax residence stands once, and there is one at least', () => {
    expect(registrationSchema.safeParse(residences('SE', 'NO')).success).toBe(true)
    expect(registrationSchema.safeParse(residences('SE', 'SE')).success).toBe(false)
    expect(registrationSchema.safeParse(residences()).success).toBe(false)
    const blank = registrationSchema.safeParse(residences('', '')).error?.issues
    expect(blank?.map(({ path }) => path.join('.'))).toEqual([
      'taxResidences.0.country',
      'taxResidences.1.country',
    ])
  })

  test('a draft keeps its id for the user who typed it, and no other user sees it', () => {
    const draft = startDraft('maria')
    keepDraft({ ...draft, values: typed })
    expect(startDraft('maria')).toEqual({ ...draft, values: typed })
    expect(startDraft('samuel').values.firstName).toBe('')
    dropDraft()
    expect(startDraft('maria').id).not.toBe(draft.id)
  })
})

test('names the contact fields that another user changed', () => {
  const before = customerView({ incomeRange: 'UNDER_20K' })
  const after = { ...before, city: 'Uppsala', incomeRange: null, status: 'SUSPENDED' as const }
  expect(changedFields(before, after)).toEqual([
    { field: 'city', value: 'Uppsala' },
    { field: 'incomeRange', value: '' },
  ])
  const moved = { ...before, taxResidences: [{ country: 'NO', tin: '010101' }] }
  expect(changedFields(before, moved)).toEqual([{ field: 'taxResidences', value: 'Norway (010101)' }])
})

describe('the details of a customer', () => {
  test('stand in the form line by line, and as facts with the country after the city', () => {
    expect([...linesOf('contact'), ...linesOf('tax'), ...linesOf('work')].flat()).toEqual(DETAIL_NAMES)
    expect(linesOf('contact')[0]).toEqual(['country', 'phone'])
    expect(FACT_NAMES.toSorted()).toEqual(DETAIL_NAMES.toSorted())
    expect(FACT_NAMES.indexOf('country')).toBe(FACT_NAMES.indexOf('city') + 1)
  })

  test('may be left empty in the form exactly where the call takes none', () => {
    const none = DETAIL_NAMES.filter((name) => details[name].safeParse(null).success)
    expect(DETAIL_NAMES.filter(isOptional)).toEqual(none)
  })

  test('count as not stated where a stored choice is no longer offered', () => {
    expect(statedDetail('incomeRange', 'UNDER_20K')).toBe('UNDER_20K')
    expect(statedDetail('incomeRange', 'UNDER_10K')).toBeNull()
    expect(statedDetail('city', 'Uppsala')).toBe('Uppsala')
  })
})

test('every country of ISO 3166-1 has a name', () => {
  expect(countryOptions).toHaveLength(249)
  expect(countryOptions.filter(({ value, label }) => value === label)).toEqual([])
})

test('a check that failed asks whether to register unchecked; it never says that nobody is alike', () => {
  const INTERNAL = { code: 'INTERNAL' } as const
  expect(questionOf({ ok: false, error: INTERNAL }, '')).toEqual({ about: 'unchecked', failure: INTERNAL })
  expect(questionOf({ ok: true, value: { customers: [] } }, '')).toBeNull()
  const alike = { ok: true, value: { customers: [{ id: '1' }, { id: '2' }] } } as const
  expect(questionOf(alike, '')).toEqual({ about: 'alike', ids: ['1', '2'] })
  expect(questionOf(alike, '1,2')).toBeNull()
  expect(questionOf(alike, '1')).toEqual({ about: 'alike', ids: ['1', '2'] })
})
