import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pictureSize } from '../../shared/rules/picture-size.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { newUser, PASSWORD, signedIn } from '../support/users.ts'
import { isSomebodyWaiting } from '../support/waiting.ts'
import { createWorkplace } from '../support/workplace.ts'

const TEMPORARY = 'a temporary password'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

const signIn = (username: string, password: string) =>
  workplace.call('sessions.signIn', { username, password })

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
    await workplace.call('sessions.lock', {})
    expect((await workplace.call('sessions.get', {})).stage).toBe('locked')
    const refused = await workplace.ask('customers.search', { text: 'ana' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'SESSION_LOCKED' } })
    expect((await workplace.call('sessions.unlock', { password: PASSWORD })).stage).toBe('ready')
    await workplace.call('customers.search', { text: 'ana' })
  })

  test('does not allow a locked workstation to switch to another database', async () => {
    await signIn('admin', PASSWORD)
    await workplace.call('sessions.lock', {})
    expect(await workplace.ask('database.retry', {})).toMatchObject({
      ok: false,
      error: { details: { fault: 'ADMINISTRATOR_NEEDED' } },
    })
    await workplace.call('sessions.signOut', {})
  })

  test('ends at once when its user is suspended on another workstation', async () => {
    await signIn('teller2', PASSWORD)
    const admin = createWorkplace(branch)
    admin.become(await signedIn(database, 'admin'))
    await admin.call('users.setStatus', { userId: branch.staff.teller2.id, status: 'SUSPENDED' })
    expect((await workplace.call('sessions.get', {})).stage).toBe('signed-out')
    expect(await workplace.ask('sessions.signIn', { username: 'teller2', password: PASSWORD })).toMatchObject(
      {
        ok: false,
      },
    )
    await admin.close()
  })

  test('may only change a temporary password, and afterwards everything, earlier files included', async () => {
    workplace.become(await signedIn(database, 'teller'))
    const document = newDocument(await approvedCustomer(branch))
    await workplace.call('documents.upload', document)

    await signIn('admin', PASSWORD)
    const user = newUser({ username: 'new.teller', temporaryPassword: TEMPORARY })
    await workplace.call('users.create', user)
    expect((await signIn('new.teller', TEMPORARY)).stage).toBe('must-change-password')
    const early = await workplace.ask('customers.search', { text: 'ana' })
    expect(early).toMatchObject({ ok: false, error: { code: 'PASSWORD_CHANGE_REQUIRED' } })
    const passwords = { currentPassword: TEMPORARY, newPassword: 'a password of my own' }
    expect((await workplace.call('sessions.changePassword', passwords)).stage).toBe('ready')
    const file = await workplace.call('documents.readFile', { documentId: document.id })
    expect(pictureSize(file.pages[0]?.content ?? new Uint8Array())).toEqual({ width: 8, height: 8 })

    await signIn('admin', PASSWORD)
    await workplace.call('users.resetPassword', { userId: user.id, temporaryPassword: TEMPORARY })
    expect(
      await workplace.ask('sessions.signIn', { username: 'new.teller', password: 'a password of my own' }),
    ).toMatchObject({ ok: false })
    expect((await signIn('new.teller', TEMPORARY)).stage).toBe('must-change-password')
  })

  test('is the only one, even if it begins while the previous one is still being ended', async () => {
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
    expect(workplace.state.session?.user.username).toBe('auditor')
    expect(await liveSessions()).toEqual(['auditor'])
    await workplace.call('sessions.signOut', {})
    expect(await liveSessions()).toEqual([])
  })

  test('that is asked about while its person unlocks it is not taken for one that was ended', async () => {
    await signIn('teller', PASSWORD)
    await workplace.call('sessions.lock', {})
    const unlocking = { stage: '' }
    const unlocked = workplace
      .call('sessions.unlock', { password: PASSWORD })
      .then(({ stage }) => (unlocking.stage = stage))
    while (unlocking.stage === '') await workplace.call('sessions.get', {})
    expect(await unlocked).toBe('ready')
    await workplace.call('sessions.signOut', {})
  })

  test('that ends while the window asks what it shows is told as ended, and is no fault', async () => {
    await signIn('teller', PASSWORD)
    const blocker = await database.superuser.connect()
    await blocker.query('BEGIN; LOCK TABLE corex.branches')
    const asked = workplace.call('sessions.get', {})
    await expect.poll(() => isSomebodyWaiting(blocker)).toBe(true)
    await database.superuser.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL')
    await blocker.query('ROLLBACK')
    blocker.release()
    expect(await asked).toMatchObject({ stage: 'signed-out', user: null })
    expect(workplace.logged).toEqual([])
  })

  test('that the database ended is told as ended to whoever opens, counts or fills a till', async () => {
    const key = randomUUID()
    const tillId = branch.tills[0]
    for (const ask of [
      () => workplace.ask('tills.open', { key, tillId, float: '0' }),
      () => workplace.ask('tills.moveCash', { key, direction: 'IN', counted: '10.00' }),
    ]) {
      await signIn('teller', PASSWORD)
      await database.superuser.query('UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL')
      expect(await ask()).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
      expect(workplace.state.session).toBeNull()
    }
    expect(workplace.logged).toEqual([])
  })

  test('that was signed out while it was being unlocked stays signed out', async () => {
    await signIn('teller', PASSWORD)
    await workplace.call('sessions.lock', {})
    const unlocking = workplace.call('sessions.unlock', { password: PASSWORD })
    await workplace.call('sessions.signOut', {})
    expect((await unlocking).stage).toBe('signed-out')
    expect(await liveSessions()).toEqual([])
  })

  test('does not begin on a database that the workstation no longer uses', async () => {
    const { database: before } = workplace.state
    const signingIn = workplace.ask('sessions.signIn', { username: 'teller', password: PASSWORD })
    workplace.state.database = null
    expect(await signingIn).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REFUSED' } })
    workplace.state.database = before
    expect(workplace.state.session).toBe(null)
    expect(await liveSessions()).toEqual([])
  })

  test('begins as soon as the database is open, where the sign-in came before it was', async () => {
    const { database: opened } = workplace.state
    const change = Promise.withResolvers<void>()
    Object.assign(workplace.state, { database: null, databaseChange: change.promise })
    const signingIn = workplace.ask('sessions.signIn', { username: 'teller', password: PASSWORD })
    workplace.state.database = opened
    change.resolve()
    expect(await signingIn).toMatchObject({ ok: true, value: { stage: 'ready' } })
    await workplace.call('sessions.signOut', {})
  })

  test('is not refused for its password where there is no database', async () => {
    const { database: opened } = workplace.state
    workplace.state.database = null
    const answer = await workplace.ask('sessions.signIn', { username: 'teller', password: PASSWORD })
    workplace.state.database = opened
    expect(answer).toEqual({ ok: false, error: { code: 'SERVER_UNREACHABLE' } })
  })

  test('reports an unreachable server as such, and not as a bug', async () => {
    workplace.become(branch.staff.teller)
    const { session } = workplace.state
    const unreachable = createDb(
      createPool({ ...database.workstation(1), port: 9 }, branch.staff.teller.token),
    )
    if (session !== null) workplace.state.session = { ...session, db: unreachable }
    const answer = await workplace.ask('customers.search', { text: 'ana' })
    expect(answer).toEqual({ ok: false, error: { code: 'SERVER_UNREACHABLE' } })
  })
})
