import { beforeEach, describe, expect, test } from 'vitest'
import { factorKey } from '../../electron/services/sessions/factor-key.ts'
import { begin, codeOf, deviceOf, enrol, finish, forgetUsedCodes, giveCode } from '../support/codes.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { insertUser, PASSWORD, signedIn } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const { superuser } = database

/** Somebody with a device, who signs in by the password at the first workstation. */
async function somebody(username: string) {
  await insertUser(superuser, branch.id, { username })
  const user = await signedIn(database, username)
  await superuser.query(`INSERT INTO user_keys SELECT $1, wrapped_key FROM user_keys LIMIT 1`, [user.id])
  workplace.become(user)
  const device = await enrol(workplace)
  const { session } = workplace.state
  if (session === null) throw new Error('Nobody is signed in')
  const key = await factorKey(session)
  const enter = () => workplace.call('sessions.signIn', { username, password: PASSWORD })
  return { device, user, key, enter, pool: database.pool(user.token) }
}

const refusedCode = { ok: false, error: { code: 'CODE_REFUSED' } }
const waitsForCode = { ok: false, error: { code: 'SECOND_FACTOR_NEEDED' } }

beforeEach(() => superuser.query('DELETE FROM sign_in_attempts'))

const secretOf = (bytes: number) => Buffer.from('1234567890'.repeat(7).slice(0, bytes))

describe('RFC 6238, appendix B', () => {
  const VECTORS = [
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ] as const
  test.each(VECTORS)('at %d the database makes the codes of the RFC', async (time, ...codes) => {
    const { rows } = await superuser.query(
      `SELECT corex.code_of_step($1, $4, 8, 'sha1') AS one, corex.code_of_step($2, $4, 8, 'sha256') AS two,
         corex.code_of_step($3, $4, 8, 'sha512') AS three`,
      [secretOf(20), secretOf(32), secretOf(64), Math.floor(time / 30)],
    )
    expect(Object.values(only(rows))).toEqual(codes)
    expect(codeOf(secretOf(20), Math.floor(time / 30))).toBe(codes[0].slice(2))
  })
})

describe('a code', () => {
  test('is asked for after the password, and nothing is done before it', async () => {
    const { device, enter } = await somebody('asked')
    expect((await enter()).stage).toBe('must-give-code')
    expect(await workplace.ask('customers.search', { text: 'ana' })).toMatchObject(waitsForCode)
    const change = { currentPassword: PASSWORD, newPassword: 'another password of mine' }
    expect(await workplace.ask('sessions.changePassword', change)).toMatchObject(waitsForCode)
    expect(await workplace.ask('sessions.beginEnrolment', { password: null })).toMatchObject(waitsForCode)
    expect(await workplace.ask('sessions.giveCode', { code: '000000' })).toMatchObject(refusedCode)
    expect((await workplace.call('sessions.giveCode', { code: device.code() })).stage).toBe('ready')
    await workplace.call('customers.search', { text: 'ana' })
  })

  test('is good once, and so are all before it; one step of drift either way is taken', async () => {
    const { device, enter } = await somebody('once')
    const giving = async (code: string) => {
      await enter()
      return (await workplace.ask('sessions.giveCode', { code })).ok
    }
    await forgetUsedCodes(superuser)
    const [before, now, after] = [device.code(-1), device.code(), device.code(1)]
    expect([await giving(before), await giving(now)]).toEqual([true, true])
    expect([await giving(now), await giving(before)]).toEqual([false, false])
    expect([await giving(device.code(-2)), await giving(device.code(3))]).toEqual([false, false])
    expect(await giving(after)).toBe(true)
  })

  test('is good once also when it is given twice at the same moment', async () => {
    const { device, key, pool } = await somebody('twice')
    const code = device.code()
    const tickets = await Promise.all([1, 2].map(() => begin(pool, code, key)))
    const outcomes = await Promise.all(tickets.map((ticket) => finish(pool, ticket)))
    expect(outcomes.filter(Boolean)).toEqual([true])
  })

  test('holds the session itself back, past the application too', async () => {
    const { pool, user } = await somebody('held')
    await superuser.query('UPDATE sessions SET awaits_factor = true WHERE user_id = $1', [user.id])
    await expect(pool.query('SELECT search_customers($1, 10)', ['ana'])).rejects.toMatchObject(
      refused('SECOND_FACTOR_NEEDED'),
    )
    await expect(pool.query('SELECT begin_password_change($1)', [PASSWORD])).rejects.toMatchObject(
      refused('SECOND_FACTOR_NEEDED'),
    )
  })

  test('that is tried inside a transaction is answered when it is committed, and not at all when it is rolled back', async () => {
    const { device, key, pool } = await somebody('undone')
    const client = await pool.connect()
    await client.query('BEGIN')
    const undone = await begin(client, device.code(), key)
    expect(await finish(client, undone)).toBe(false)
    await client.query('ROLLBACK')
    expect(await finish(client, undone)).toBe(false)
    client.release()
    expect(await giveCode(pool, device.code(), key)).toBe(true)
  })

  test('that is wrong counts with the wrong passwords, and a right password does not start the count again', async () => {
    const { device, enter } = await somebody('guesser')
    for (let n = 0; n < 5; n++) {
      await enter()
      expect(await workplace.ask('sessions.giveCode', { code: '000000' })).toMatchObject(refusedCode)
    }
    expect(await workplace.ask('sessions.giveCode', { code: device.code() })).toMatchObject(refusedCode)
    expect(await workplace.ask('sessions.signIn', { username: 'guesser', password: PASSWORD })).toMatchObject(
      { ok: false, error: { code: 'SIGN_IN_REFUSED' } },
    )
    const { rows } = await superuser.query(
      `SELECT action, count(*)::int AS n FROM audit_logs a JOIN users u ON u.id = a.user_id
       WHERE username = 'guesser' AND action LIKE 'CODE%' GROUP BY 1 ORDER BY 1`,
    )
    expect(rows).toEqual([
      { action: 'CODE_FAILED', n: 5 },
      { action: 'CODE_LOCKED', n: 1 },
    ])
  })

  test('is not asked for again by unlocking, and is after the session has ended', async () => {
    const { device, enter } = await somebody('locker')
    await enter()
    await workplace.call('sessions.giveCode', { code: device.code() })
    await workplace.call('sessions.lock', {})
    expect((await workplace.call('sessions.unlock', { password: PASSWORD })).stage).toBe('ready')
    await workplace.call('sessions.lock', {})
    await superuser.query(`UPDATE sessions SET expires_at = clock_timestamp() WHERE ended_at IS NULL`)
    expect((await workplace.call('sessions.unlock', { password: PASSWORD })).stage).toBe('must-give-code')
  })
})

describe('a device', () => {
  test('is set up with the password, and the one before works until its first code', async () => {
    const { device, key, pool } = await somebody('changer')
    expect(await workplace.ask('sessions.beginEnrolment', { password: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'PASSWORD_WRONG' },
    })
    const next = deviceOf((await workplace.call('sessions.beginEnrolment', { password: PASSWORD })).secret)
    expect(await workplace.ask('sessions.confirmEnrolment', { code: device.code() })).toMatchObject(
      refusedCode,
    )
    expect(await giveCode(pool, device.code(), key)).toBe(true)
    await workplace.call('sessions.confirmEnrolment', { code: next(-1) })
    expect(await giveCode(pool, next(), key)).toBe(true)
    expect(await giveCode(pool, device.code(1), key)).toBe(false)
  })

  test('has a secret that a copy of the database does not give', async () => {
    const { device, key, pool, user } = await somebody('copied')
    const { rows } = await superuser.query<{ sealed_secret: Buffer }>(
      'SELECT sealed_secret FROM second_factors WHERE user_id = $1',
      [user.id],
    )
    const { secret } = device
    expect(secret).toHaveLength(20)
    expect(only(rows).sealed_secret.includes(secret)).toBe(false)
    expect(await giveCode(pool, device.code(), Buffer.alloc(32, 7))).toBe(false)
    expect(await giveCode(pool, device.code(), key)).toBe(true)
  })

  test('is stood in for by each recovery code once, which are stored as hashes', async () => {
    const { device, pool } = await somebody('paper')
    const [first = '', second = ''] = device.recoveryCodes
    expect(device.recoveryCodes).toHaveLength(8)
    expect(await giveCode(pool, first.toUpperCase().replaceAll('-', ' '), null)).toBe(true)
    expect(await giveCode(pool, first, null)).toBe(false)
    expect(await giveCode(pool, second, null)).toBe(true)
    expect(await workplace.call('sessions.readFactor', {})).toMatchObject({ recoveryCodesLeft: 6 })
    const { rows } = await superuser.query(`SELECT string_agg(r::text, '') AS rows FROM recovery_codes r`)
    expect(only(rows).rows).not.toContain(first.replaceAll('-', ''))
  })
})

test('whose answer with the recovery codes was lost sends the same code again, in the same session and within a minute', async () => {
  const { device, user, enter, key } = await somebody('unlucky')
  await enter()
  await workplace.call('sessions.giveCode', { code: device.code() })
  const offered = deviceOf((await workplace.call('sessions.beginEnrolment', { password: PASSWORD })).secret)
  const { session } = workplace.state
  if (session === null) throw new Error('Nobody is signed in')
  const code = offered()
  await database.pool(session.token).query('SELECT confirm_factor($1, $2)', [code, key])
  const again = async () => (await workplace.ask('sessions.confirmEnrolment', { code })).ok
  expect((await workplace.call('sessions.confirmEnrolment', { code })).recoveryCodes).toHaveLength(8)
  expect(await workplace.ask('sessions.confirmEnrolment', { code: offered(-2) })).toMatchObject(refusedCode)
  const change = (text: string) => superuser.query(`UPDATE ${text} WHERE user_id = $1`, [user.id])
  await change(`sessions SET proven_at = proven_at - interval '1 minute'`) // by a code of before
  expect(await again()).toBe(false)
  await change(`sessions SET proven_at = proven_at + interval '1 minute'`)
  expect(await again()).toBe(true)
  await change(`recovery_codes SET used_at = CASE number WHEN 1 THEN clock_timestamp() END`)
  expect(await again()).toBe(false)
  await change('recovery_codes SET used_at = NULL')
  await change(`second_factors SET confirmed_at = confirmed_at - interval '1 minute'`)
  expect(await again()).toBe(false)
})

test('a role that needs a second factor sets a device up at the next sign-in, and nothing else before', async () => {
  const username = 'newcomer'
  const { id } = await insertUser(superuser, branch.id, { username, role: 'AUDITOR' })
  await superuser.query(`INSERT INTO user_keys SELECT $1, wrapped_key FROM user_keys LIMIT 1`, [id])
  await superuser.query(`INSERT INTO second_factor_roles (branch_id, role) VALUES ($1, 'AUDITOR')`, [
    branch.id,
  ])
  const enter = () => workplace.call('sessions.signIn', { username, password: PASSWORD })
  expect((await enter()).stage).toBe('must-enrol')
  expect(await workplace.ask('audit.list', {} as never)).toMatchObject({ ok: false })
  expect((await workplace.call('sessions.endEnrolment', {})).stage).toBe('must-enrol')
  const device = await enrol(workplace, null)
  expect((await workplace.call('sessions.endEnrolment', {})).stage).toBe('ready')
  expect((await enter()).stage).toBe('must-give-code')
  expect((await workplace.call('sessions.giveCode', { code: device.code() })).stage).toBe('ready')
})
