import bcrypt from 'bcrypt'
import { expect, test } from 'vitest'
import { unwrapVaultKey, wrapVaultKey } from '../../electron/services/sessions/key-ring.ts'
import { hashPassword } from '../../electron/services/sessions/password.ts'
import { checkPassword } from '../../shared/rules/password.ts'
import { branchForFile } from '../support/test-file.ts'
import { signInByPassword } from '../support/users.ts'

/** Keyboards write one letter in several forms: a password works in each of them, or it works on one workstation only. */

const branch = await branchForFile()
const { database } = branch

const COMPOSED = 'Sm\u00F6rg\u00E5sbord 12'
const DECOMPOSED = 'Smo\u0308rga\u030Asbord 12'
const FULL_WIDTH = '\uFF33m\u00F6rg\u00E5sbord \uFF11\uFF12'

const setHash = (hash: string) =>
  database.superuser.query(`UPDATE users SET password_hash = $1 WHERE username = 'teller'`, [hash])
const signsIn = async (password: string) => {
  await database.superuser.query('DELETE FROM sign_in_attempts')
  return (await signInByPassword(database.pool(null), 'teller', password)).length === 1
}

test('a password signs in however its letters are composed, and no other does', async () => {
  await setHash(await hashPassword(DECOMPOSED))
  for (const typed of [COMPOSED, DECOMPOSED, FULL_WIDTH]) expect(await signsIn(typed), typed).toBe(true)
  expect(await signsIn(COMPOSED.toLowerCase())).toBe(false)
})

test('a password of release 0.1, hashed as it was typed, signs in as it was typed', async () => {
  await setHash(await bcrypt.hash(DECOMPOSED, await bcrypt.genSalt(12, 'a')))
  expect(await signsIn(DECOMPOSED)).toBe(true)
})

test('the vault key opens with each form of the password', async () => {
  const vaultKey = { generation: 1, key: Buffer.alloc(32, 7) }
  const wrapped = await wrapVaultKey(vaultKey, FULL_WIDTH)
  for (const typed of [COMPOSED, DECOMPOSED, FULL_WIDTH])
    expect(await unwrapVaultKey(wrapped, typed)).toMatchObject(vaultKey)
  await expect(unwrapVaultKey(wrapped, 'another password')).rejects.toThrow(/unable to authenticate/i)
})

test('the length of a password is that of what is hashed', () => {
  expect(checkPassword('a\u030A'.repeat(11)).ok).toBe(false)
  expect(checkPassword('a\u030A'.repeat(30)).ok).toBe(true)
})

test('a text that begins with a password of 72 bytes and goes on is another one, which signs nobody in', async () => {
  const longest = 'long enough '.repeat(6)
  await setHash(await hashPassword(longest))
  expect(await signsIn(longest)).toBe(true)
  expect(await signsIn(`${longest}and more`)).toBe(false)
})
