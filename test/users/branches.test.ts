import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addBranch, type SecondBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser, PASSWORD, signInByPassword, type TestUser } from '../support/users.ts'
import { atOtherBranch } from '../support/workstations.ts'

/** Staff of several branches in one database: where somebody signs in, and how they come to another branch. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const { superuser } = database
const syd = await addBranch(branch)
const admin = () => workplace.as('admin')

/** A member of the staff of the tests' branch who is proposed to the second one. */
async function proposedAway(role: TestUser['role'], until: string | null) {
  const person = await addUser(database, branch.id, { role })
  const key = randomUUID()
  await admin().call('users.proposeBranch', { key, userId: person.id, branchId: syd.id, until })
  return { person, key }
}

/** The supervisor of the second branch decides, on what that branch is shown. */
const decideThere = async (at: SecondBranch, id: string) => {
  workplace.become(at.supervisor)
  const { hash } = await workplace.call('approvals.read', { approvalId: id })
  return workplace.ask('approvals.approve', { approvalId: id, hash, passwordHalf: null })
}
const rowOf = async (userId: string) =>
  (await workplace.as('auditor').call('users.list', {})).users.find(({ id }) => id === userId)
const signIn = (username: string, password = PASSWORD) =>
  workplace.ask('sessions.signIn', { username, password })
const inAYear = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const actions = async (userId: string) =>
  (
    await superuser.query<{ action: string }>(
      'SELECT action FROM audit_logs WHERE user_id = $1 ORDER BY id',
      [userId],
    )
  ).rows.map(({ action }) => action)

test('a teller and a supervisor do not sign in at a workstation of another branch, and are told whose it is', async () => {
  const auditor = await addUser(database, branch.id, { role: 'AUDITOR' })
  const refused = {
    ok: false,
    error: { code: 'WORKSTATION_ELSEWHERE', details: { branch: 'Branch Ost', ownBranch: 'Branch Nord' } },
  }
  await atOtherBranch(branch, async () => {
    expect(await signIn(staff.teller2.username)).toMatchObject(refused)
    expect(await signIn(staff.supervisor2.username)).toMatchObject(refused)
    // Whoever does not know the password is told nothing of it.
    expect(await signIn(staff.teller2.username, 'not the password')).toMatchObject({
      error: { code: 'SIGN_IN_REFUSED' },
    })
    expect(await signIn(auditor.username)).toMatchObject({ ok: true })
  })
  expect(await signIn(staff.teller2.username)).toMatchObject({ ok: true })
  // A right password at the wrong place is on record, though nobody was let in.
  expect(await actions(staff.teller2.id)).toContain('SIGN_IN_ELSEWHERE')
})

test('a hostile workstation that takes the two steps itself gets no session, whatever it rolls back', async () => {
  const person = await addUser(database, branch.id, { role: 'TELLER' })
  await superuser.query('UPDATE sessions SET ended_at = clock_timestamp() WHERE user_id = $1', [person.id])
  const hostile = database.pool(null, 2)
  const steps = () => signInByPassword(hostile, person.username, PASSWORD)
  await atOtherBranch(
    branch,
    () => expect(steps()).rejects.toMatchObject({ constraint: 'WORKSTATION_ELSEWHERE' }),
    2,
  )
  const { rows } = await superuser.query('SELECT FROM sessions WHERE user_id = $1 AND ended_at IS NULL', [
    person.id,
  ])
  expect(rows).toEqual([])
  expect(await steps()).toHaveLength(1)
})

test('another branch decides who comes to it; its own people then manage them, and the old branch no more', async () => {
  const { person, key } = await proposedAway('TELLER', null)
  // The branch that proposed it sees it waiting, and does not decide it.
  expect((await admin().call('approvals.list', { waiting: true })).approvals.map(({ id }) => id)).toContain(
    key,
  )
  expect(await workplace.as('supervisor').ask('approvals.read', { approvalId: key })).toMatchObject({
    error: { code: 'APPROVAL_NOT_FOUND' },
  })
  expect(await decideThere(syd, key)).toMatchObject({ ok: true })
  expect(await rowOf(person.id)).toMatchObject({ branchName: syd.name, assigned: null, session: null })
  expect(await admin().ask('users.setStatus', { userId: person.id, status: 'SUSPENDED' })).toMatchObject({
    error: { code: 'OTHER_BRANCH' },
  })
  const { changes } = await admin().call('users.listChanges', { from: '2026-01-01', to: inAYear(2) })
  expect(changes.find(({ userId, what }) => userId === person.id && what === 'MOVED')).toMatchObject({
    branch: syd.name,
    branchBefore: 'Branch Nord',
  })
})

test('for a time somebody works at the other branch, and is back at the first sign-in of anybody after it', async () => {
  const { person, key } = await proposedAway('TELLER', inAYear(3))
  expect(await decideThere(syd, key)).toMatchObject({ ok: true })
  expect(await rowOf(person.id)).toMatchObject({
    branchName: syd.name,
    assigned: { homeBranch: 'Branch Nord' },
  })
  await superuser.query(`UPDATE users SET assigned_until = clock_timestamp() WHERE id = $1`, [person.id])
  await signIn(staff.teller.username, 'not the password')
  expect(await rowOf(person.id)).toMatchObject({ branchName: 'Branch Nord', assigned: null })
  const { changes } = await admin().call('users.listChanges', { from: '2026-01-01', to: inAYear(2) })
  // Both ways stand under the decision of the two people.
  expect(changes.filter(({ userId, what }) => userId === person.id && what === 'MOVED')).toMatchObject([
    { branch: 'Branch Nord', approvedBy: expect.any(String) },
    { branch: syd.name, approvedBy: expect.any(String) },
  ])
})

test('who holds a till is not moved before it is closed', async () => {
  const { person, key } = await proposedAway('TELLER', null)
  await superuser.query(
    `INSERT INTO till_sessions (till_id, user_id, business_day_id, open_key, opening_float)
     SELECT $1, $2, d.id, gen_random_uuid(), 0 FROM business_days d WHERE d.branch_id = $3`,
    [branch.tills[2], person.id, branch.id],
  )
  expect(await decideThere(syd, key)).toMatchObject({
    ok: true,
    value: { status: 'FAILED', failure: { code: 'TILL_TO_CLOSE_FIRST' } },
  })
  expect(await rowOf(person.id)).toMatchObject({ branchName: 'Branch Nord' })
})

test.each(['teller', 'supervisor', 'auditor'] as const)('a %s proposes nobody away', async (who) => {
  const asked = { key: randomUUID(), userId: staff.teller2.id, branchId: syd.id, until: null }
  expect(await workplace.as(who).ask('users.proposeBranch', asked)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('codes that are locked for the day are shown, and an administrator ends that', async () => {
  const { id, username } = staff.teller2
  const wrong = (count: number) =>
    superuser.query(
      `INSERT INTO sign_in_attempts (ticket_hash, purpose, username, workstation, tried_at, allowed, good, session_epoch, recorded, build)
       SELECT uuid_send(gen_random_uuid()), 'CODE', $1, 'ws_x', clock_timestamp() - interval '3 hours', true, false, 0, true, 'test'
       FROM generate_series(1, $2)`,
      [username, count],
    )
  await wrong(19)
  expect(await rowOf(id)).toMatchObject({ codesLockedUntil: null, locked: null })
  await wrong(1)
  const until = (await rowOf(id))?.codesLockedUntil ?? ''
  expect(Math.abs(Date.parse(until) - Date.now() - 21 * 3_600_000)).toBeLessThan(60_000)
  await admin().call('users.unlock', { userId: id })
  expect(await rowOf(id)).toMatchObject({ codesLockedUntil: null })
})
