import { beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { only } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { insertFailures, PASSWORD, signInByPassword } from '../support/users.ts'

const branch = await branchForFile()
const { database } = branch
const { superuser } = database

const tryToSignIn = async (username: string, password: string, workstation: 1 | 2 = 1) =>
  (await signInByPassword(database.pool(null, workstation), username, password)).length === 1

const failures = (username: string, workstation: 1 | 2, options?: Parameters<typeof insertFailures>[3]) =>
  insertFailures(superuser, username, database.workstation(workstation).user, options)

/** The audit rows of sign-ins of a name, oldest first. */
const recorded = async (username: string) =>
  (
    await superuser.query<{ action: string }>(
      `SELECT a.action FROM audit_logs a LEFT JOIN users u ON u.id = a.user_id
       WHERE action LIKE 'SIGN_IN%' AND coalesce(u.username, details ->> 'username') = $1 ORDER BY a.id`,
      [username],
    )
  ).rows.map(({ action }) => action)

beforeEach(() => superuser.query('DELETE FROM sign_in_attempts'))

describe('a password that is tried inside a transaction', () => {
  test('is answered only after the transaction is over, and not at all when it is rolled back', async () => {
    const client = await database.pool().connect()
    const begin = async (password: string) =>
      only(
        (await client.query<{ ticket: string }>(`SELECT begin_sign_in('teller', $1) AS ticket`, [password]))
          .rows,
      ).ticket
    const finish = async (ticket: string) =>
      (await client.query('SELECT * FROM finish_sign_in($1)', [ticket])).rowCount
    await client.query('BEGIN')
    const undone = await begin(PASSWORD)
    expect(await finish(undone)).toBe(0)
    await client.query('SAVEPOINT later')
    expect(await finish(undone)).toBe(0)
    await client.query('ROLLBACK')
    expect(await finish(undone)).toBe(0)
    const [wrong, right] = [await begin('wrong'), await begin(PASSWORD)]
    expect([await finish(wrong), await finish(right), await finish(right)]).toEqual([0, 1, 0])
    client.release()
    expect(await recorded('teller')).toEqual(['SIGN_IN_FAILED', 'SIGN_IN'])
  })

  test('leaves the same statistics and locks and writes as much, right or wrong', async () => {
    // A connection of its own, because statistics add up until they are sent.
    const traces = (password: string) =>
      withClient(database.workstation(1), async (client) => {
        await client.query('BEGIN')
        await client.query(`SELECT corex.begin_sign_in('teller', $1)`, [password])
        const { rows: tables } = await client.query(
          `SELECT relname, seq_scan, idx_scan, idx_tup_fetch, n_tup_ins, n_tup_upd, n_tup_del
           FROM pg_stat_xact_user_tables ORDER BY relname`,
        )
        const { rows: locks } = await client.query(
          `SELECT relation::regclass::text, mode FROM pg_locks WHERE pid = pg_backend_pid() ORDER BY 1, 2`,
        )
        return { tables, locks }
      })
    expect(await traces(PASSWORD)).toEqual(await traces('wrong'))
    await signInByPassword(database.pool(), 'teller', 'wrong')
    await signInByPassword(database.pool(), 'teller', PASSWORD)
    const { rows } = await superuser.query(
      'SELECT pg_column_size(a.*) AS size, count(*)::int AS n FROM sign_in_attempts a GROUP BY 1',
    )
    expect(rows).toMatchObject([{ n: 2 }])
  })

  test('is on record also when the answer is rolled back', async () => {
    const client = await database.pool().connect()
    const { rows } = await client.query<{ ticket: string }>(`SELECT begin_sign_in('teller2', $1) AS ticket`, [
      PASSWORD,
    ])
    await client.query('BEGIN')
    const seen = await signInAnswer(only(rows).ticket)
    await client.query('ROLLBACK')
    client.release()
    expect(seen).toBe(1)
    await tryToSignIn('auditor', 'wrong')
    expect(await recorded('teller2')).toEqual(['SIGN_IN'])
    async function signInAnswer(ticket: string) {
      return (await client.query('SELECT * FROM finish_sign_in($1)', [ticket])).rowCount
    }
  })

  test('is answered at the same workstation only', async () => {
    const { rows } = await database
      .pool()
      .query<{ ticket: string }>(`SELECT begin_sign_in('teller', $1) AS ticket`, [PASSWORD])
    const elsewhere = await database
      .pool(null, 2)
      .query('SELECT * FROM finish_sign_in($1)', [only(rows).ticket])
    expect(elsewhere.rowCount).toBe(0)
    const here = await database.pool().query('SELECT * FROM finish_sign_in($1)', [only(rows).ticket])
    expect(here.rowCount).toBe(1)
  })

  test('is not answered after an administrator reset it meanwhile', async () => {
    const ticket = async () =>
      only(
        (
          await database
            .pool()
            .query<{ ticket: string }>(`SELECT begin_sign_in('teller2', $1) AS ticket`, [PASSWORD])
        ).rows,
      ).ticket
    const before = await ticket()
    const untouched = await database.pool().query('SELECT * FROM finish_sign_in($1)', [await ticket()])
    expect(untouched.rowCount).toBe(1)
    await superuser.query(
      `UPDATE users SET password_hash = '$2a$12$' || repeat('x', 53) WHERE username = 'teller2'`,
    )
    const answer = await database.pool().query('SELECT * FROM finish_sign_in($1)', [before])
    expect(answer.rowCount).toBe(0)
    await superuser.query(
      `UPDATE users SET password_hash = (SELECT password_hash FROM users WHERE username = 'teller') WHERE username = 'teller2'`,
    )
  })
})

describe('lock-out', () => {
  test('exactly five wrong passwords are compared, also when two are sent at the same moment', async () => {
    await failures('teller', 1, { count: 4 })
    const clients = await Promise.all([database.pool().connect(), database.pool().connect()])
    await Promise.all(clients.map((client) => client.query(`SELECT begin_sign_in('teller', 'wrong')`)))
    for (const client of clients) client.release()
    const { rows } = await superuser.query(`SELECT count(*)::int AS n FROM sign_in_attempts WHERE allowed`)
    expect(rows).toEqual([{ n: 5 }])
    expect(await tryToSignIn('teller', PASSWORD)).toBe(false)
    expect((await recorded('teller')).at(-1)).toBe('SIGN_IN_LOCKED')
  })

  test('at one workstation of every user keeps nobody out at another', async () => {
    for (const { username } of Object.values(branch.staff)) await failures(username, 1)
    expect(await tryToSignIn('teller', PASSWORD)).toBe(false)
    expect(await tryToSignIn('teller', PASSWORD, 2)).toBe(true)
    expect(await tryToSignIn('TELLER2', PASSWORD, 2)).toBe(true)
  })

  test('a workstation that tries many names tries no more of them', async () => {
    for (let n = 0; n < 10; n++) await failures(`name${n}`, 1, { count: 3 })
    expect(await tryToSignIn('supervisor', PASSWORD)).toBe(false)
    expect(await tryToSignIn('supervisor', PASSWORD, 2)).toBe(true)
  })

  test('a name that is guessed everywhere has one try at a strange workstation, and five where its person works', async () => {
    for (let n = 0; n < 4; n++) await insertFailures(superuser, 'supervisor2', `elsewhere${n}`)
    await failures('supervisor2', 1, { count: 4 }) // signed in here before
    await failures('supervisor2', 2, { count: 1 })
    expect(await tryToSignIn('supervisor2', PASSWORD, 2)).toBe(false)
    expect(await tryToSignIn('supervisor2', PASSWORD, 1)).toBe(true)
    await superuser.query(`DELETE FROM sign_in_attempts WHERE workstation = $1`, [
      database.workstation(2).user,
    ])
    expect(await tryToSignIn('supervisor2', PASSWORD, 2)).toBe(true)
  })

  test('a success resets the count of failures', async () => {
    await failures('auditor', 1, { count: 4 })
    expect(await tryToSignIn('auditor', PASSWORD)).toBe(true)
    await failures('auditor', 1, { count: 4 })
    expect(await tryToSignIn('AUDITOR', PASSWORD)).toBe(true)
  })

  test('ends after fifteen minutes, and attempts in between do not prolong it', async () => {
    await failures('apiuser', 1, { ago: '14 minutes 50 seconds' })
    expect(await tryToSignIn('apiuser', PASSWORD)).toBe(false)
    await superuser.query(
      `UPDATE sign_in_attempts SET tried_at = tried_at - interval '11 seconds' WHERE allowed`,
    )
    expect(await tryToSignIn('apiuser', PASSWORD)).toBe(true)
  })

  test('ends when a clock that was a year ahead is put right', async () => {
    await failures('apiuser', 1, { ago: '-1 year' })
    expect(await tryToSignIn('apiuser', PASSWORD)).toBe(true)
  })
})

test('one password is hashed for a name that nobody has, as for one that somebody has', async () => {
  const client = await superuser.connect()
  await client.query(`BEGIN; SET LOCAL track_functions = 'all'`)
  const hashed = async (username: string) => {
    const calls = async () =>
      Number(
        (await client.query(`SELECT calls FROM pg_stat_xact_user_functions WHERE funcname = 'crypt'`)).rows[0]
          ?.calls ?? 0,
      )
    const before = await calls()
    await client.query(`SELECT begin_sign_in($1, 'guess')`, [username])
    return (await calls()) - before
  }
  expect(await hashed('stranger')).toBe(1)
  expect(await hashed('teller')).toBe(1)
  await insertFailures(client, 'teller', 'postgres')
  expect(await hashed('teller')).toBe(1)
  await client.query('ROLLBACK')
  client.release()
})
