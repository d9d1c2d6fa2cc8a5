import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newCustomer } from '../support/customers.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { newUser, signedIn } from '../support/users.ts'
import { createWorkplace } from '../support/workplace.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

describe('the dispatcher', () => {
  test('reports a cancelled statement as a busy server, not as a bug', async () => {
    workplace.become(await signedIn(database, 'teller'))
    const locker = await database.superuser.connect()
    await locker.query('BEGIN')
    await locker.query('LOCK TABLE business_days IN ACCESS EXCLUSIVE MODE')
    const answer = workplace.ask('tills.open', { key: randomUUID(), tillId: branch.tills[0], float: '0' })
    const cancelWaiting = async () =>
      (
        await database.superuser.query(
          `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND usename = $1 AND wait_event_type = 'Lock'`,
          [database.workstation(1).user],
        )
      ).rowCount
    await expect.poll(cancelWaiting).toBe(1)
    expect(await answer).toEqual({ ok: false, error: { code: 'SERVER_BUSY' } })
    await locker.query('ROLLBACK')
    locker.release()
  })

  test('a session that the database has ended is over at the workplace with the first refusal, and the window can say so', async () => {
    const told: string[] = []
    const ended = createWorkplace(branch)
    Object.assign(ended.state, { emit: (event: string) => told.push(event) })
    ended.become(await signedIn(database, 'teller'))
    await database.superuser.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL')
    expect(await ended.ask('customers.register', newCustomer())).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
    expect(told).toEqual(['session.changed'])
    expect(ended.state.session).toBeNull()
    expect(await ended.call('sessions.get', {})).toMatchObject({ stage: 'signed-out', endedBecause: 'OTHER' })
    await ended.call('sessions.signOut', {})
    expect(await ended.call('sessions.get', {})).toMatchObject({ stage: 'signed-out', endedBecause: null })
    await ended.close()
  })

  test('answers NOT_SIGNED_IN to a call whose session was closed while it ran', async () => {
    workplace.become(await signedIn(database, 'admin'))
    const logged = workplace.logged.length
    // Hashing the password takes longer than signing out.
    const creating = workplace.ask('users.create', newUser())
    await workplace.call('sessions.signOut', {})
    expect(await creating).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    expect(workplace.logged).toHaveLength(logged)
  })

  test('refuses unknown calls, malformed input, callers who are not signed in, and wrong roles', async () => {
    const spare = createWorkplace(branch)
    expect(await spare.ask('customers.search', { text: 'ana' })).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
    spare.become(branch.staff.auditor)
    expect(await spare.ask('postings.postDeposit', newCashPosting(randomUUID()))).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    const malformed = await spare.ask('customers.get', { customerId: 'no uuid' })
    expect(malformed).toMatchObject({ error: { code: 'VALIDATION', fields: [{ path: 'customerId' }] } })
    expect(await spare.ask('toString' as 'sessions.get', {})).toMatchObject({
      error: { code: 'VALIDATION' },
    })
    await spare.close()
  })
})
