import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { mayCall } from '../../shared/contract/may-call.ts'
import { fail } from '../../shared/errors.ts'
import { checkPassword } from '../../shared/rules/password.ts'
import { checkFileSize, MAX_FILE_BYTES } from '../../shared/rules/uploaded-file.ts'

test('a role may make the calls that list it, and those open to all roles', () => {
  expect(contract['documents.approve'].roles).toEqual(['SUPERVISOR'])
  expect(mayCall('SUPERVISOR', 'documents.approve')).toBe(true)
  expect(mayCall('TELLER', 'documents.approve')).toBe(false)
  expect(mayCall('AUDITOR', 'sessions.lock')).toBe(true)
  expect(mayCall('API_USER', 'sessions.signIn')).toBe(true)
})

test('a password has at least fifteen characters and at most 72 bytes of UTF-8', () => {
  expect(checkPassword('a'.repeat(14))).toMatchObject({ error: { code: 'PASSWORD_TOO_SHORT' } })
  expect(checkPassword('😀'.repeat(15))).toMatchObject({ ok: true })
  for (const letter of ['a', 'é', '€', '😀', '\ud800']) {
    const bytes = new TextEncoder().encode(letter).length
    expect(checkPassword(letter.repeat(Math.floor(72 / bytes))), letter).toMatchObject({ ok: true })
    expect(checkPassword(letter.repeat(Math.floor(72 / bytes) + 1)), letter).toEqual({
      ok: false,
      error: { code: 'PASSWORD_TOO_LONG', details: { maximum: '72' } },
    })
  }
})

test('a file has from one byte to ten megabytes', () => {
  expect(checkFileSize(0)).toMatchObject({ error: { code: 'FILE_EMPTY' } })
  expect(checkFileSize(MAX_FILE_BYTES)).toMatchObject({ ok: true })
  expect(checkFileSize(MAX_FILE_BYTES + 1)).toMatchObject({ error: { details: { megabytes: '10' } } })
})

test('a failure carries the facts of its code and no other, or it does not compile', () => {
  expect(fail('ACCOUNT_NOT_FOUND')).toEqual({ ok: false, error: { code: 'ACCOUNT_NOT_FOUND' } })
  expect(fail('TILLS_STILL_OPEN', { tills: 'Till 1' }).error.details).toEqual({ tills: 'Till 1' })
  // @ts-expect-error a fact is missing
  fail('TILLS_STILL_OPEN')
  // @ts-expect-error this code has no facts
  fail('ACCOUNT_NOT_FOUND', { account: '1' })
  // @ts-expect-error a fact has another name
  fail('TILLS_STILL_OPEN', { till: 'Till 1' })
})
