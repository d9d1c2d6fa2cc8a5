import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { handlers } from '../../electron/ipc/handlers.ts'
import { ok } from '../../shared/result.ts'
import { newCustomer } from '../support/customers.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { newUser, signedIn } from '../support/users.ts'
import { createWorkplace } from '../support/workplace.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

describe('the dispatcher', () => {
  test.each([
    ['a cancelled statement as a busy server', 'pg_cancel_backend', 'SERVER_BUSY'],
    ['a server that is being stopped as unreachable', 'pg_terminate_backend', 'SERVER_UNREACHABLE'],
  ])('reports %s, not as a bug', async (_what, interrupt, code) => {
    workplace.become(await signedIn(database, 'teller'))
    const logged = workplace.logged.length
    const locker = await database.superuser.connect()
    await locker.query('BEGIN')
    await locker.query('LOCK TABLE business_days IN ACCESS EXCLUSIVE MODE')
    const answer = workplace.ask('tills.open', { key: randomUUID(), tillId: branch.tills[0], float: '0' })
    const interruptWaiting = async () =>
      (
        await database.superuser.query(
          `SELECT ${interrupt}(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND usename = $1 AND wait_event_type = 'Lock'`,
          [database.workstation(1).user],
        )
      ).rowCount
    await expect.poll(interruptWaiting).toBe(1)
    expect(await answer).toEqual({ ok: false, error: { code } })
    expect(workplace.logged).toHaveLength(logged)
    await locker.query('ROLLBACK')
    locker.release()
  })

  test.each([
    ['28P01', 'AUTHENTICATION_FAILED'],
    ['3D000', 'DATABASE_MISSING'],
    ['CERT_HAS_EXPIRED', 'TLS_FAILED'],
    ['COREX_OTHER_SYSTEM', 'SERVER_CHANGED'],
  ])(
    'takes a server that lets nobody in any more (%s) for one that is gone, and logs why',
    async (sent, why) => {
      workplace.become(branch.staff.teller)
      const answer = vi.spyOn(handlers, 'tills.list')
      answer.mockRejectedValueOnce(Object.assign(new Error('No connection'), { code: sent }))
      expect(await workplace.ask('tills.list', {})).toEqual({
        ok: false,
        error: { code: 'SERVER_UNREACHABLE' },
      })
      answer.mockRestore()
      expect(workplace.logged.at(-1)).toContain(`tills.list got no connection to the server: ${why}`)
    },
  )

  test('hands out nothing but what the contract says: more is left out, and anything else is a bug', async () => {
    workplace.become(branch.staff.teller)
    const answer = vi.spyOn(handlers, 'tills.list')
    const list = { tills: [], vaultBalance: null, tolerance: null, currency: 'USD' }
    answer.mockResolvedValueOnce(ok({ ...list, secret: 'of somebody else' }))
    expect(await workplace.ask('tills.list', {})).toEqual({ ok: true, value: list })
    answer.mockResolvedValueOnce(ok({ ...list, currency: 'dollars' }))
    expect(await workplace.ask('tills.list', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    answer.mockRestore()
    expect(await workplace.ask('tills.list', {})).toMatchObject({ ok: true })
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
