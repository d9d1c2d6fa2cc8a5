import { Client, DatabaseError } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientConfig } from '../../electron/db/connection.ts'
import { REDEEM_LOGIN } from '../../electron/db/redeem-code.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { server } from './attacks/server.ts'

/** Everybody has the password of this login, so whatever it could do, anybody in the network could while a code is open. */

let database: TestDatabase
let stranger: Client

const connected = async () => {
  const client = new Client({
    ...clientConfig({ ...database.admin, ...REDEEM_LOGIN }),
    options: '-c search_path=corex,pg_temp',
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

beforeAll(async () => {
  database = await createTestDatabase()
  await database.superuser.query(`SELECT corex_logins.open_redeem(clock_timestamp() + interval '1 hour')`)
  stranger = await connected()
  // Loads plpgsql: before that, a setting of it is any name's.
  await stranger.query(`SELECT finish_enrolment('none', 'none')`)
})
afterAll(async () => {
  await stranger.end()
  await database.drop()
})

/** The SQLSTATE of a refusal, or `rows`. */
async function outcomeOf(steps: readonly string[]): Promise<string> {
  const client = steps.length === 1 ? stranger : await connected()
  try {
    for (const step of steps) await client.query(step)
    return 'answered'
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return error.code ?? ''
  } finally {
    if (client !== stranger) await client.end()
  }
}

const fillIn = (text: string) =>
  text.replaceAll('{database}', database.name).replaceAll('{workstation2}', database.workstation(2).user)

// What takes a second connection of the same login is about limits that a workstation may not lift; this one's are in the last test.
const ATTACKS = server.map(({ sql }) => [sql].flat()).filter((steps) => !steps.includes('RECONNECT'))

test.each(ATTACKS.map((steps) => [steps.join('; '), steps] as const))('%s', async (_, steps) => {
  expect(await outcomeOf(steps.map(fillIn))).toMatch(/^[0-9A-Z]{5}$/)
})

test('it reads and writes no table and no view, in whole or by a column', async () => {
  const { rows } = await database.superuser.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'corex'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')`,
  )
  const answered: string[] = []
  for (const { name } of rows) {
    for (const statement of [`SELECT count(*) FROM ${name}`, `DELETE FROM ${name}`, `LOCK TABLE ${name}`]) {
      if ((await outcomeOf([statement])) === 'answered') answered.push(statement)
    }
  }
  expect(answered).toEqual([])
})

test('it calls no function of the bank besides its two, and none that makes logins', async () => {
  const { rows } = await database.superuser.query<{ call: string }>(
    `SELECT format('SELECT %s(%s)', p.oid::regproc, (SELECT string_agg(CASE WHEN t IN ('text'::regtype, 'jsonb'::regtype)
         THEN '''[]''::' ELSE 'NULL::' END || t::regtype, ', ') FROM unnest(p.proargtypes::oid[]) AS t)) AS call
     FROM pg_proc p WHERE p.pronamespace IN ('corex'::regnamespace, 'corex_logins'::regnamespace) AND p.prokind = 'f' AND p.provariadic = 0
       AND p.proname NOT IN ('begin_enrolment', 'finish_enrolment')`,
  )
  expect(rows.length).toBeGreaterThan(300)
  const answered: string[] = []
  for (const { call } of rows) if ((await outcomeOf([call])) !== '42501') answered.push(call)
  expect(answered).toEqual([])
})

test('it becomes nobody else, and a login it made up is none', async () => {
  const { user } = database.workstation(1)
  for (const statement of [
    `SET ROLE corex_owner`,
    `SET ROLE corex_app`,
    `SET ROLE corex_enroller`,
    `SET SESSION AUTHORIZATION "${user}"`,
    `CREATE ROLE ws_mine LOGIN`,
    `ALTER ROLE "${user}" PASSWORD 'x'`,
    `ALTER ROLE "${user}" NOLOGIN`,
    `GRANT corex_app TO corex_redeem`,
    `ALTER ROLE corex_redeem CONNECTION LIMIT -1`,
    `ALTER ROLE corex_redeem VALID UNTIL 'infinity'`,
    `SELECT pg_terminate_backend(1)`,
  ])
    expect([statement, await outcomeOf([statement])]).toEqual([statement, '42501'])
})

test('an attempt that is rolled back tells nothing, and one in the same transaction neither', async () => {
  const verifier = `SCRAM-SHA-256$4096:${'A'.repeat(22)}==$${'A'.repeat(43)}=:${'A'.repeat(43)}=`
  await stranger.query('BEGIN')
  const { rows } = await stranger.query(`SELECT begin_enrolment('X', 'PC', $1) AS ticket`, [verifier])
  expect(await outcomeOf([`SELECT finish_enrolment('${rows[0].ticket}', '${verifier}')`])).toBe('CX000')
  await stranger.query('ROLLBACK')
  const after = await stranger.query(`SELECT finish_enrolment($1, $2) ->> 'verdict' AS verdict`, [
    rows[0].ticket,
    verifier,
  ])
  expect(after.rows).toEqual([{ verdict: 'WRONG' }])
})

const finish = (ticket: unknown, verifier: unknown) =>
  stranger.query('SELECT finish_enrolment($1, $2)', [ticket, verifier])
const used = async () =>
  (await database.superuser.query('SELECT count(*)::int AS used FROM enrolment_attempts WHERE used')).rows[0]
    .used

test('a ticket answers once, and only with the secret that it was given for', async () => {
  const [own, other] = ['B', 'C'].map((letter) => `SCRAM-SHA-256$4096:${letter.repeat(22)}==`)
  const begun = async () =>
    (await stranger.query(`SELECT begin_enrolment('X', 'PC', $1) AS ticket`, [own])).rows[0].ticket
  await finish(await begun(), other)
  expect(await used()).toBe(0)
  const ticket = await begun()
  await finish(ticket, own)
  await finish(ticket, own)
  expect(await used()).toBe(1)
})

test('whoever changes its password or settings only keeps the next computer waiting for the next code', async () => {
  await stranger.query(`ALTER ROLE corex_redeem PASSWORD 'mine'`)
  await stranger.query(`ALTER ROLE corex_redeem SET statement_timeout = '1ms'`)
  await expect(connected()).rejects.toMatchObject({ code: '28P01' })
  await database.superuser.query(`SELECT corex_logins.open_redeem(clock_timestamp() + interval '1 hour')`)
  const client = await connected()
  const { rows } = await client.query(
    `SELECT current_setting('statement_timeout') AS own, current_setting('temp_file_limit') AS files`,
  )
  expect(rows).toEqual([{ own: '0', files: '1MB' }])
  await client.end()
})

test('wrong codes from one address keep nobody at another one from being looked at', async () => {
  const other = await connected()
  for (let n = 0; n < 21; n += 1)
    await other.query(`SELECT begin_enrolment('wrong', 'EVIL', 'x')`).catch(() => {})
  const { rows } = await database.superuser.query(
    `WITH moved AS (UPDATE enrolment_attempts SET address = '10.9.9.9' RETURNING verdict)
     SELECT count(*) FILTER (WHERE verdict = 'TOO_OFTEN')::int AS unread, max(tries_per_address)::int AS most FROM moved, enrolment_rules`,
  )
  expect(rows[0].unread).toBe(rows[0].most)
  await database.superuser.query('UPDATE enrolment_rules SET tries_in_all = tries_per_address + 5')
  expect(await other.query(`SELECT begin_enrolment('any', 'PC-77', 'y')`)).toMatchObject({ rowCount: 1 })
  await other.end()
})

test('a transaction that stays open keeps nobody from giving a code', async () => {
  const [holder, rightful] = [await connected(), await connected()]
  const ended = new Promise<void>((resolve) => holder.on('end', resolve))
  await holder.query('BEGIN')
  await holder.query(`SELECT begin_enrolment('wrong', 'EVIL', 'x')`)
  expect(await rightful.query(`SELECT begin_enrolment('code', 'PC-1', 'y')`)).toMatchObject({ rowCount: 1 })
  await ended
  await rightful.end()
})

test('connections that do nothing are ended by the next code', async () => {
  const idle = await Promise.all(Array.from({ length: 8 }, connected))
  const ended = Promise.all(idle.map((one) => new Promise<void>((resolve) => one.on('end', resolve))))
  await expect(connected()).rejects.toMatchObject({ code: '53300' })
  await database.superuser.query(`SELECT corex_logins.open_redeem(clock_timestamp() + interval '1 hour')`)
  await ended
  await (await connected()).end()
})
