import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../../shared/rules/uploaded-file.ts'
import { missingAsks, stateOf } from '../../../shared/rules/documents.ts'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { ASKS } from '../../../test/support/customers.ts'
import { documentView } from '../../../test/support/documents.ts'
import { i18n } from '../../i18n/i18n.ts'
import { ageInWords } from './age.ts'
import { identifyFile } from './chosen-file.ts'
import { missingWords, spokenCode, spokenNeed } from './missing-words.ts'
import { currentOf, neighbourOf, nextAfter } from './review-order.ts'
import { blankUpload, uploadSchema } from './upload-schema.ts'

const t = i18n.getFixedT('en', 'documents')
const MINUTE = 60_000

test.each([
  [-5 * MINUTE, 'just now'],
  [59_000, 'just now'],
  [24 * MINUTE, '24 min'],
  [70 * MINUTE, '1 h 10 min'],
  [24 * 60 * MINUTE, '1 day'],
  [60 * 60 * MINUTE, '2 days'],
])('after %i ms the age is %s', (waited, words) => {
  expect(ageInWords(t, waited)).toBe(words)
})

const [IDENTITY, ADDRESS] = ASKS
const held = (documentType: 'PASSPORT' | 'NATIONAL_ID' | 'UTILITY_BILL', status: DocumentView['status']) =>
  documentView({ documentType, status })
const passport = (status: DocumentView['status']) => held('PASSPORT', status)

test('a proof is approved by one approved document, whatever the status of the others', () => {
  const documents = [passport('REJECTED'), passport('APPROVED'), passport('PENDING')]
  expect(stateOf(documents, IDENTITY)).toBe('approved')
})

test('a proof waits or is missing', () => {
  expect(stateOf([passport('REJECTED'), passport('PENDING')], IDENTITY)).toBe('waiting')
  expect(stateOf([passport('REJECTED')], IDENTITY)).toBe('missing')
  expect(stateOf([passport('APPROVED')], ADDRESS)).toBe('missing')
})

const missing = (...documents: DocumentView[]) => missingAsks(documents, ASKS).map(({ need }) => need)

test('what was rejected or deleted is missing again', () => {
  expect(missing()).toEqual(['identity', 'address'])
  expect(missing(passport('PENDING'))).toEqual(['address'])
  expect(missing(passport('REJECTED'), held('UTILITY_BILL', 'APPROVED'))).toEqual(['identity'])
  const deletion = { on: '2026-01-01', event: 'ENDED', eventOn: '2021-01-01', years: 5 } as const
  expect(missing({ ...passport('APPROVED'), deletion }, held('UTILITY_BILL', 'APPROVED'))).toEqual([
    'identity',
  ])
})

test('the policy of the risk says how many of which types from which countries, and the sentence repeats it', () => {
  const two = { ...IDENTITY, types: ['PASSPORT', 'NATIONAL_ID'], countries: ['SE'], count: 2 } as const
  expect(stateOf([passport('APPROVED')], two)).toBe('missing')
  expect(
    stateOf([passport('APPROVED'), { ...held('NATIONAL_ID', 'APPROVED'), issuingCountry: 'DE' }], two),
  ).toBe('missing')
  expect(stateOf([passport('APPROVED'), held('NATIONAL_ID', 'PENDING')], two)).toBe('waiting')
  expect(missingWords(t, [two])).toBe(
    'Still missing: proof of identity (2 of Passport, National ID, issued by SE).',
  )
  expect(missingWords(t, [])).toBeNull()
})

test('a company is asked for extracts of its register, by no passport and no other proof of identity', () => {
  const extract = { ...IDENTITY, types: ['REGISTER_EXTRACT'], count: 1 } as const
  expect(missingWords(t, [extract])).toBe('Still missing: extract of the company’s register.')
  expect(missingWords(t, [{ ...extract, count: 2 }])).toBe(
    'Still missing: 2 extracts of the company’s register.',
  )
  expect(t(`need.${spokenNeed(extract)}`)).toBe('Extract of the register')
  expect([spokenCode('IDENTITY', 'COMPANY'), spokenCode('IDENTITY', 'PERSON')]).toEqual([
    'COMPANY',
    'IDENTITY',
  ])
  expect([blankUpload('COMPANY', [], 'SE'), blankUpload('PERSON', [], 'SE')]).toMatchObject([
    { documentType: 'REGISTER_EXTRACT' },
    { documentType: 'PASSPORT' },
  ])
})

const bytes = (...first: number[]) => Uint8Array.from([...first, 0, 0, 0, 0, 0, 0, 0, 0])

describe('a chosen file', () => {
  test('is recognised by its bytes, not by its name', () => {
    expect(identifyFile('a.pdf', bytes(0xff, 0xd8, 0xff))).toMatchObject({
      value: { mediaType: 'image/jpeg' },
    })
    expect(identifyFile('a.jpg', bytes(0x25, 0x50, 0x44, 0x46))).toMatchObject({
      value: { mediaType: 'application/pdf' },
    })
    expect(identifyFile('a.png', bytes(0x4d, 0x5a))).toMatchObject({
      error: { code: 'FILE_TYPE_NOT_ALLOWED' },
    })
    expect(identifyFile('a.png', new Uint8Array())).toMatchObject({ error: { code: 'FILE_EMPTY' } })
  })
  test('may have ten mebibytes and not one byte more', () => {
    const scan = new Uint8Array(MAX_FILE_BYTES)
    scan.set([0xff, 0xd8, 0xff])
    expect(identifyFile('a.jpg', scan).ok).toBe(true)
    expect(identifyFile('a.jpg', new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      error: { code: 'FILE_TOO_LARGE' },
    })
  })
})

test('an identity document needs a date that is not over, a proof of address none', () => {
  const schema = uploadSchema('2026-11-23')
  const fits = (documentType: 'PASSPORT' | 'UTILITY_BILL', expiresAt: string) =>
    schema.safeParse({ documentType, documentNumber: '1', issuingCountry: 'SE', expiresAt, issuedOn: '' })
      .success
  expect(fits('PASSPORT', '')).toBe(false)
  expect(fits('PASSPORT', '2026-11-22')).toBe(false)
  expect(fits('PASSPORT', '2026-11-23')).toBe(true)
  expect(fits('UTILITY_BILL', '')).toBe(true)
  expect(fits('UTILITY_BILL', '2026-11-22')).toBe(false)
})

describe('the order of the review', () => {
  const [first, second, third] = [{ id: '1' }, { id: '2' }, { id: '3' }]
  const queue = [first, second, third]
  test('begins with the longest waiting one, and returns to it when the chosen one is gone', () => {
    expect(currentOf(queue, null)).toBe(first)
    expect(currentOf(queue, '2')).toBe(second)
    expect(currentOf(queue, '9')).toBe(first)
    expect(currentOf([], '2')).toBeUndefined()
  })
  test('goes up and down, and stops at the ends', () => {
    expect(neighbourOf(queue, second, 1)).toBe(third)
    expect(neighbourOf(queue, first, -1)).toBeUndefined()
    expect(neighbourOf([], undefined, 1)).toBeUndefined()
  })
  test('goes on after a decision to the next document, at the end to the one before', () => {
    expect(nextAfter(queue, second)).toBe(third)
    expect(nextAfter(queue, third)).toBe(second)
    expect(nextAfter([first], first)).toBeUndefined()
  })
})
