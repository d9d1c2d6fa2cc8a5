import { expect, test } from 'vitest'
import { branchForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'

// What a new password has to be, by the database, whatever an application lets through.

const { database } = await branchForFile()
const WORDS = ['m.diaz', 'Maria Diaz', 'maria.diaz@bank.example', 'Branch Nord']

/** What the database refuses a password for; null where it takes it. */
const refusalOf = (password: string): Promise<string | null> =>
  database
    .pool()
    .query('SELECT require_good_password($1, $2)', [password, WORDS])
    .then(
      () => null,
      ({ constraint }: { constraint?: string }) => constraint ?? 'no refusal',
    )

test.each([
  PASSWORD,
  'a few words that are mine',
  'five small grey goats',
  'password of the second goat',
  'tX9#fq2!Lm7$vR4z',
  'ett långt lösenord på svenska',
  '长长的密码没有人会猜到它是什么意思',
])('%s is taken, without rules about classes of characters', async (password) => {
  expect(await refusalOf(password)).toBeNull()
})

test.each([
  ['fourteen chars', 'PASSWORD_TOO_SHORT'],
  ['ä'.repeat(37), 'PASSWORD_TOO_LONG'],
  ['Password1234567', 'PASSWORD_COMMON'],
  ['passwordpassword', 'PASSWORD_COMMON'],
  ['123-Sunshine-Dragon!', 'PASSWORD_COMMON'],
  ['123456789012345', 'PASSWORD_COMMON'],
  ['qwertyuiopasdfgh', 'PASSWORD_COMMON'],
  ['aaaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
  ['abc1abc1abc1abc1', 'PASSWORD_COMMON'],
  ['ＰＡＳＳＷＯＲＤ１２３４５６７', 'PASSWORD_COMMON'],
  ['Maria.Diaz.2026', 'PASSWORD_PERSONAL'],
  ['branchnord-corex', 'PASSWORD_PERSONAL'],
])('%s is %s', async (password, refusal) => {
  expect(await refusalOf(password)).toBe(refusal)
})

test('the list has as many words as it was made with', async () => {
  const { rows } = await database.superuser.query('SELECT count(*)::int AS words FROM corex.common_passwords')
  expect(rows).toEqual([{ words: 4147 }])
})
