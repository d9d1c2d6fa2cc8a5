import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../../shared/rules/uploaded-file.ts'
import { missingNeeds, stateOfNeed } from '../../../shared/rules/documents.ts'
import { i18n } from '../../i18n/i18n.ts'
import { ageInWords } from './age.ts'
import { identifyFile } from './chosen-file.ts'
import { currentOf, neighbourOf, nextAfter } from './review-order.ts'
import { uploadSchema } from './upload-schema.ts'

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

const passport = (status: 'PENDING' | 'APPROVED' | 'REJECTED') =>
  ({ documentType: 'PASSPORT', status }) as const

test('a proof is approved by one approved document, whatever the status of the others', () => {
  expect(stateOfNeed([passport('REJECTED'), passport('APPROVED'), passport('PENDING')], 'identity')).toBe(
    'approved',
  )
})

test('a proof waits or is missing', () => {
  expect(stateOfNeed([passport('REJECTED'), passport('PENDING')], 'identity')).toBe('waiting')
  expect(stateOfNeed([passport('REJECTED')], 'identity')).toBe('missing')
  expect(stateOfNeed([passport('APPROVED')], 'address')).toBe('missing')
})

const held = (documentType: 'PASSPORT' | 'UTILITY_BILL', status: 'PENDING' | 'APPROVED' | 'REJECTED') => ({
  documentType,
  status,
})

test('what was rejected is missing again', () => {
  expect(missingNeeds([])).toEqual(['identity', 'address'])
  expect(missingNeeds([held('PASSPORT', 'PENDING')])).toEqual(['address'])
  expect(missingNeeds([held('PASSPORT', 'REJECTED'), held('UTILITY_BILL', 'APPROVED')])).toEqual(['identity'])
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
