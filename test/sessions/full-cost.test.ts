import bcrypt from 'bcrypt'
import { inject, expect, it } from 'vitest'
import { hashPassword } from '../../electron/services/sessions/password.ts'
import { createDatabaseIn } from '../support/database-in.ts'

/** Everywhere else in the tests passwords are hashed and checked at a small cost. */
const PASSWORD = 'correct horse battery'

it('a password is hashed at cost 12, and the database checks it and hashes itself at that cost', async () => {
  await using database = await createDatabaseIn(inject('cluster'))
  const hash = await hashPassword(PASSWORD)
  expect(hash).toMatch(/^\$2a\$12\$/)
  expect(await bcrypt.compare(PASSWORD, hash)).toBe(true)
  const { rows } = await database.superuser.query<{ matches: boolean; other: boolean; own: string }>(
    `SELECT corex.password_matches($1, $2) AS matches, corex.password_matches($1 || '!', $2) AS other,
       ext.crypt($1, ext.gen_salt('bf', 12)) AS own`,
    [PASSWORD, hash],
  )
  expect(rows[0]).toMatchObject({ matches: true, other: false })
  expect(await bcrypt.compare(PASSWORD, rows[0]?.own ?? '')).toBe(true)
})
