import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDb, createPool } from '../../electron/db/pool.ts'
import { approvedCustomer, createBranch, PASSWORD, signedIn, type TestBranch } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { pngPicture } from '../support/png.ts'
import { createWorkplace, giveKeys, type TestWorkplace } from '../support/workplace.ts'

const TEMPORARY = 'a temporary password'

let database: TestDatabase
let branch: TestBranch
let desk: TestWorkplace

beforeAll(async () => {
  database = await createTestDatabase()
  branch = await createBranch(database)
  const documentKey = randomBytes(32)
  await giveKeys(database, documentKey, PASSWORD)
  desk = createWorkplace(database, documentKey)
})
afterAll(async () => {
  await desk.call('sessions.signOut', {})
  await desk.close()
  await database.drop()
})

const signIn = (username: string, password: string) => desk.call('sessions.signIn', { username, password })

const deposit = {
  key: randomUUID(),
  accountId: randomUUID(),
  amount: '1',
  currency: 'USD',
  description: null,
}

const liveSessions = async () =>
  (
    await database.superuser.query<{ username: string }>(
      `SELECT u.username FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.ended_at IS NULL`,
    )
  ).rows.map(({ username }) => username)

describe('a session', () => {
  test('begins with the right password and says who, where and when', async () => {
    const view = await signIn('Teller', PASSWORD)
    expect(view).toMatchObject({
      stage: 'ready',
      user: { username: 'teller', role: 'TELLER' },
      branch: { name: 'Branch Nord', currency: 'USD', dayOpen: true },
      till: null,
    })
  })

  test('is refused everything while locked, and goes on after unlocking by the same person', async () => {
    await signIn('teller', PASSWORD)
    await desk.call('sessions.lock', {})
    expect((await desk.call('sessions.get', {})).stage).toBe('locked')
    const refused = await desk.ask('customers.search', { text: 'ana' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'SESSION_LOCKED' } })
    expect((await desk.call('sessions.unlock', { password: PASSWORD })).stage).toBe('ready')
    await desk.call('customers.search', { text: 'ana' })
  })

  test('lets nobody turn a locked workstation to another database', async () => {
    await signIn('admin', PASSWORD)
    await desk.call('sessions.lock', {})
    expect(await desk.ask('database.retry', {})).toMatchObject({
      ok: false,
      error: { details: { fault: 'PERMISSION_DENIED' } },
    })
    await desk.call('sessions.signOut', {})
  })

  test('ends at once when its user is suspended on another workstation', async () => {
    await signIn('teller2', PASSWORD)
    const admin = createWorkplace(database)
    admin.become(branch.staff.admin)
    await admin.call('users.setStatus', { userId: branch.staff.teller2.id, status: 'SUSPENDED' })
    expect((await desk.call('sessions.get', {})).stage).toBe('signed-out')
    expect(await desk.ask('sessions.signIn', { username: 'teller2', password: PASSWORD })).toMatchObject({
      ok: false,
    })
    await admin.close()
  })

  test('may do nothing but change a temporary password, and then everything, files from before included', async () => {
    desk.become(branch.staff.teller)
    const documentId = randomUUID()
    const content = new Uint8Array(pngPicture(4, 4))
    const customerId = await approvedCustomer(database, branch)
    const paper = {
      id: documentId,
      customerId,
      documentType: 'PASSPORT',
      documentNumber: 'K1',
      expiresAt: '2999-01-01',
      content,
    } as const
    await desk.call('documents.upload', paper)

    await signIn('admin', PASSWORD)
    const id = randomUUID()
    const person = {
      id,
      username: 'new.teller',
      fullName: 'New Teller',
      email: 'new@example.test',
      role: 'TELLER',
    } as const
    await desk.call('users.create', { ...person, temporaryPassword: TEMPORARY })
    expect((await signIn('new.teller', TEMPORARY)).stage).toBe('must-change-password')
    const early = await desk.ask('customers.search', { text: 'ana' })
    expect(early).toMatchObject({ ok: false, error: { code: 'PASSWORD_CHANGE_REQUIRED' } })
    const passwords = { currentPassword: TEMPORARY, newPassword: 'a password of my own' }
    expect((await desk.call('sessions.changePassword', passwords)).stage).toBe('ready')
    const file = await desk.call('documents.readFile', { documentId })
    expect(Buffer.from(file.content).equals(Buffer.from(content))).toBe(true)

    await signIn('admin', PASSWORD)
    await desk.call('users.resetPassword', { userId: id, temporaryPassword: TEMPORARY })
    expect(
      await desk.ask('sessions.signIn', { username: 'new.teller', password: 'a password of my own' }),
    ).toMatchObject({ ok: false })
    expect((await signIn('new.teller', TEMPORARY)).stage).toBe('must-change-password')
  })

  test('is one, though another is begun while the one before is still being ended', async () => {
    await database.superuser.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL')
    await signIn('teller', PASSWORD)
    const holder = await database.superuser.connect()
    await holder.query('BEGIN; SELECT FROM sessions WHERE ended_at IS NULL FOR UPDATE')
    const first = signIn('supervisor', PASSWORD)
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    await expect
      .poll(async () => (await database.superuser.query(waiting)).rowCount, { timeout: 5_000 })
      .toBe(1)
    await signIn('auditor', PASSWORD)
    await holder.query('ROLLBACK')
    holder.release()
    await first
    expect(desk.workplace.session?.user.username).toBe('auditor')
    expect(await liveSessions()).toEqual(['auditor'])
    await desk.call('sessions.signOut', {})
    expect(await liveSessions()).toEqual([])
  })

  test('that was signed out while it was being unlocked stays signed out', async () => {
    await signIn('teller', PASSWORD)
    await desk.call('sessions.lock', {})
    const unlocking = desk.call('sessions.unlock', { password: PASSWORD })
    await desk.call('sessions.signOut', {})
    expect((await unlocking).stage).toBe('signed-out')
    expect(await liveSessions()).toEqual([])
  })

  test('does not begin on a database that the workstation was turned away from meanwhile', async () => {
    const { database: before } = desk.workplace
    const signingIn = desk.ask('sessions.signIn', { username: 'teller', password: PASSWORD })
    desk.workplace.database = null
    expect(await signingIn).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REFUSED' } })
    desk.workplace.database = before
    expect(desk.workplace.session).toBe(null)
    expect(await liveSessions()).toEqual([])
  })

  test('that cannot reach its server says so, and takes it for no bug', async () => {
    desk.become(branch.staff.teller)
    const { session } = desk.workplace
    const nowhere = createDb(createPool({ ...database.workstation(1), port: 9 }, branch.staff.teller.token))
    if (session !== null) desk.workplace.session = { ...session, db: nowhere }
    const answer = await desk.ask('customers.search', { text: 'ana' })
    expect(answer).toEqual({ ok: false, error: { code: 'SERVER_UNREACHABLE' } })
  })
})

describe('the dispatcher', () => {
  test('calls a statement that was cut short a busy server, not a bug', async () => {
    desk.become(await signedIn(database, 'teller'))
    const locker = await database.superuser.connect()
    await locker.query('BEGIN')
    await locker.query('LOCK TABLE business_days IN ACCESS EXCLUSIVE MODE')
    const answer = desk.ask('tills.open', { key: randomUUID(), tillId: branch.tills[0] ?? '', float: '0' })
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

  test('tells the window to look again when the database has ended the session', async () => {
    const told: string[] = []
    const ended = createWorkplace(database)
    Object.assign(ended.workplace, { emit: (event: string) => told.push(event) })
    ended.become(await signedIn(database, 'teller'))
    await database.superuser.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL')
    const person = { firstName: 'Ana', lastName: 'Silva', dateOfBirth: '1980-01-01', email: null }
    const reached = { phone: '+46701740605', address: 'A 1', city: 'B', country: 'SE' }
    const input = { id: randomUUID(), ...person, ...reached, occupation: null, incomeRange: null }
    expect(await ended.ask('customers.register', input)).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
    expect(told).toEqual(['session.changed'])
    await ended.close()
  })

  test('tells a call whose session was closed under it that nobody is signed in', async () => {
    desk.become(await signedIn(database, 'admin'))
    const logged = desk.logged.length
    const person = { username: 'too.late', fullName: 'Too Late', email: 'late@example.test' }
    const creating = desk.ask('users.create', {
      ...person,
      id: randomUUID(),
      role: 'TELLER',
      temporaryPassword: TEMPORARY, // its hash takes longer than signing out
    })
    await desk.call('sessions.signOut', {})
    expect(await creating).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    expect(desk.logged).toHaveLength(logged)
  })

  test('refuses what it does not know, what is malformed, who is not signed in, and the wrong role', async () => {
    const stranger = createWorkplace(database)
    expect(await stranger.ask('customers.search', { text: 'ana' })).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
    stranger.become(branch.staff.auditor)
    expect(await stranger.ask('postings.postDeposit', deposit)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    const malformed = await stranger.ask('customers.get', { customerId: 'no uuid' })
    expect(malformed).toMatchObject({ error: { code: 'VALIDATION', fields: [{ path: 'customerId' }] } })
    expect(await stranger.ask('toString' as 'sessions.get', {})).toMatchObject({
      error: { code: 'VALIDATION' },
    })
    await stranger.close()
  })
})
