import { expect, test } from 'vitest'
import type { EndedBecause } from '../../shared/contract/sessions.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import {
  addUser,
  hashOf,
  insertSession,
  PASSWORD,
  signedIn,
  signInByPassword,
  type TestUser,
} from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const { superuser } = database

const NEW_HASH = `$2a$12$${'x'.repeat(53)}`

/** What a person's session sees of the staff: their number, or the name of the refusal. */
const reads = async (token: string) => {
  try {
    return (await database.pool(token).query('SELECT id FROM users')).rows.length > 0
  } catch (error) {
    return (error as { constraint?: string }).constraint
  }
}

const asAdmin = async (text: string, values: unknown[]) =>
  database.pool((await signedIn(database, 'admin')).token).query(text, values)

const ways: readonly [EndedBecause, string, (person: TestUser) => Promise<unknown>][] = [
  [
    'EXPIRED',
    'its time is over',
    ({ token }) =>
      superuser.query(`UPDATE sessions SET expires_at = clock_timestamp() WHERE token_hash = $1`, [
        hashOf(token),
      ]),
  ],
  [
    'ADMINISTRATOR',
    'an administrator suspended its person',
    ({ id }) => asAdmin(`SELECT set_user_status($1, 'SUSPENDED')`, [id]),
  ],
  [
    'ADMINISTRATOR',
    'an administrator reset the password',
    ({ id }) => asAdmin(`SELECT reset_password($1, $2, decode(repeat('00', 60), 'hex'))`, [id, NEW_HASH]),
  ],
  [
    'OTHER_WORKSTATION',
    'its person signed in at another workstation',
    ({ username }) => signInByPassword(database.pool(null, 2), username, PASSWORD),
  ],
  [
    'PASSWORD',
    'its person changed the password at another workstation',
    async ({ id, username }) => {
      const pool = database.pool(await insertSession(superuser, id, database.workstation(2).user), 2)
      const begun = await pool.query<{ ticket: string }>('SELECT begin_password_change($1) AS ticket', [
        PASSWORD,
      ])
      const changed = await pool.query(
        "SELECT set_own_password($1, $2, decode(repeat('00', 60), 'hex')) AS ok",
        [only(begun.rows).ticket, 'another password of theirs'],
      )
      expect(changed.rows, username).toEqual([{ ok: true }])
    },
  ],
]

test.each(ways)('somebody who is thrown out reads why: %s, because %s', async (because, _way, end) => {
  const person = await addUser(database, branch.id, {})
  workplace.become(person)
  await workplace.call('customers.search', { text: 'nobody' })
  await end(person)
  expect(await workplace.ask('customers.search', { text: 'nobody' })).toMatchObject({
    error: { code: 'NOT_SIGNED_IN' },
  })
  expect(await workplace.call('sessions.get', {})).toMatchObject({
    stage: 'signed-out',
    endedBecause: because,
  })
})

test('a session lasts ten hours, and one that was made while the clock was wrong does not last longer', async () => {
  const [session] = await signInByPassword(database.pool(), 'auditor', PASSWORD)
  const token = session?.session_token ?? ''
  const { rows } = await superuser.query(
    `SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM sessions WHERE token_hash = $1`,
    [hashOf(token)],
  )
  expect(rows).toEqual([{ seconds: 36_000 }])
  expect(await reads(token)).toBe(true)
  await superuser.query(
    `UPDATE sessions SET created_at = created_at + interval '800 days', expires_at = expires_at + interval '800 days'
     WHERE token_hash = $1`,
    [hashOf(token)],
  )
  expect(await reads(token)).toBe('NOT_SIGNED_IN')
})

test('a session that nobody has used for an hour is over, and cannot be used to begin again', async () => {
  const { token } = await addUser(database, branch.id, {})
  const usedBefore = (minutes: number) =>
    superuser.query(
      `UPDATE sessions SET used_at = clock_timestamp() - make_interval(mins => $2) WHERE token_hash = $1`,
      [hashOf(token), minutes],
    )
  await usedBefore(59)
  expect(await reads(token)).toBe(true)
  await usedBefore(61)
  expect(await reads(token)).toBe('NOT_SIGNED_IN')
  const noted = await database.pool(token).query('SELECT note_use() AS alive')
  expect(noted.rows).toEqual([{ alive: false }])
  expect(await reads(token)).toBe('NOT_SIGNED_IN')
  const ended = await database.pool(token).query('SELECT because FROM session_end()')
  expect(ended.rows).toEqual([{ because: 'EXPIRED' }])
})

test.each([
  ['suspended', `UPDATE users SET status = 'SUSPENDED' WHERE id = $1`],
  ['given another password', `UPDATE users SET password_hash = '${NEW_HASH}' WHERE id = $1`],
  ['given another role', `UPDATE users SET role = 'AUDITOR' WHERE id = $1`],
])(
  'a user who is %s has no session any more, by whatever statement, and not after it is undone',
  async (_what, change) => {
    const person = await addUser(database, branch.id, {})
    expect(await reads(person.token)).toBe(true)
    await superuser.query(change, [person.id])
    expect(await reads(person.token)).toBe('NOT_SIGNED_IN')
    const ended = await database.pool(person.token).query('SELECT because FROM session_end()')
    expect(ended.rows).toEqual([{ because: 'ADMINISTRATOR' }])
    await superuser.query(`UPDATE users SET status = 'ACTIVE' WHERE id = $1`, [person.id])
    expect(await reads(person.token)).toBe('NOT_SIGNED_IN')
  },
)

test('a session whose row is kept locked by its own holder ends all the same', async () => {
  const person = await addUser(database, branch.id, {})
  const holder = await database.pool(person.token).connect()
  await holder.query('BEGIN; SELECT sign_out()')
  await asAdmin(`SELECT reset_password($1, $2, decode(repeat('00', 60), 'hex'))`, [person.id, NEW_HASH])
  await holder.query('ROLLBACK')
  expect(await reads(person.token)).toBe('NOT_SIGNED_IN')
  holder.release()
})
