import { describe, expect, test } from 'vitest'
import { branchForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'

const branch = await branchForFile()
const { database } = branch

const tryToSignIn = async (username: string, password: string) =>
  (await database.pool().query('SELECT * FROM sign_in($1, $2)', [username, password])).rowCount === 1

/** Sets an attempt counter as if so many had failed, to spare the bcrypt of each. */
const afterFailures = (userId: string, failures: number) =>
  database.superuser.query(`SELECT setval('attempts_${userId.replaceAll('-', '')}', $1)`, [failures])

describe('lock-out', () => {
  test('five failures lock the sign-in, even though each was rolled back, and the right password is refused too', async () => {
    const client = await database.pool().connect()
    for (let i = 0; i < 5; i++) {
      await client.query('BEGIN')
      await client.query('SELECT * FROM sign_in($1, $2)', ['teller', 'wrong'])
      await client.query('ROLLBACK')
    }
    client.release()
    expect(await tryToSignIn('teller', PASSWORD)).toBe(false)
    const { rows } = await database.superuser.query(
      `SELECT action FROM audit_logs WHERE user_id = $1 ORDER BY id DESC LIMIT 1`,
      [branch.staff.teller.id],
    )
    expect(rows).toEqual([{ action: 'SIGN_IN_LOCKED' }])
  })

  test('a cancelled attempt counts', async () => {
    const { id } = branch.staff.teller2
    await afterFailures(id, 4)
    const client = await database.pool().connect()
    await client.query('SET statement_timeout = 20') // far less than one bcrypt of cost 12 takes
    await expect(client.query('SELECT * FROM sign_in($1, $2)', ['teller2', 'wrong'])).rejects.toMatchObject({
      code: '57014',
    })
    client.release(true)
    expect(await tryToSignIn('teller2', PASSWORD)).toBe(false)
  })

  test('a success resets the count of failures', async () => {
    const { id } = branch.staff.auditor
    await afterFailures(id, 4)
    expect(await tryToSignIn('auditor', PASSWORD)).toBe(true)
    await afterFailures(id, 4)
    expect(await tryToSignIn('AUDITOR', PASSWORD)).toBe(true)
  })

  test('failures of one person do not lock another', async () => {
    await afterFailures(branch.staff.supervisor.id, 5)
    expect(await tryToSignIn('supervisor', PASSWORD)).toBe(false)
    expect(await tryToSignIn('supervisor2', PASSWORD)).toBe(true)
  })

  test('it ends after fifteen minutes, and attempts in between do not prolong it', async () => {
    const { id } = branch.staff.apiUser
    const suffix = id.replaceAll('-', '')
    await afterFailures(id, 5)
    await database.superuser.query(
      `SELECT setval('attempted_${suffix}', extract(epoch FROM now())::bigint - 890)`,
    )
    expect(await tryToSignIn('apiuser', PASSWORD)).toBe(false)
    await database.superuser.query(
      `SELECT setval('attempted_${suffix}', last_value - 11) FROM attempted_${suffix}`,
    )
    expect(await tryToSignIn('apiuser', PASSWORD)).toBe(true)
  })
})
