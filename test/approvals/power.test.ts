import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { APPROVAL_KINDS } from '../../shared/rules/approval-kinds.ts'
import { createBranch, type StaffName } from '../support/branch.ts'
import { createTestDatabase } from '../support/database.ts'
import {
  FIRST_HALF,
  approveAs,
  newProposal,
  proposalAbout,
  proposed,
  SECOND_HALF,
  shownTo,
} from '../support/approvals.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { createWorkplace } from '../support/workplace.ts'
import { addUser, insertFailures, newUser, PASSWORD_HASH, signInByPassword } from '../support/users.ts'

// Nobody alone has power over who has power: one proposes, another decides, and neither gets into the other's account or the new one.

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

const statusOf = async (id: string) =>
  (await database.superuser.query('SELECT status, result FROM approvals WHERE id = $1', [id])).rows[0]

const userOf = async (id: string) =>
  (await database.superuser.query('SELECT role, status, must_change_password FROM users WHERE id = $1', [id]))
    .rows[0]

const to = (userId: string, role: 'TELLER' | 'SUPERVISOR' | 'AUDITOR') =>
  workplace.as('admin').ask('users.update', { userId, role, fullName: 'X', email: `${userId}@example.test` })

const needed = { ok: false, error: { code: 'SECOND_PERSON_NEEDED' } }

test('a supervisor is made by two people, and signs in with the halves of both', async () => {
  const proposal = newProposal()
  const approvalId = await proposed(workplace, proposal)
  expect(await userOf(proposal.userId)).toBeUndefined()
  expect(await approveAs(workplace, 'supervisor', approvalId)).toMatchObject({
    value: { status: 'APPROVED' },
  })
  expect(await userOf(proposal.userId)).toEqual({
    role: 'SUPERVISOR',
    status: 'ACTIVE',
    must_change_password: true,
  })
  const username = proposal.person?.username
  const anonymous = database.pool(null)
  expect(await signInByPassword(anonymous, username, FIRST_HALF)).toEqual([])
  expect(await signInByPassword(anonymous, username, SECOND_HALF)).toEqual([])
  const theirs = createWorkplace(branch)
  const view = await theirs.call('sessions.signIn', {
    username: username ?? '',
    password: `${FIRST_HALF}-${SECOND_HALF}`,
  })
  expect(view.stage).toBe('must-change-password')
  await theirs.call('sessions.changePassword', {
    currentPassword: `${FIRST_HALF}-${SECOND_HALF}`,
    newPassword: 'a password of my own',
  })
  await theirs.call('sessions.signOut', {})
  await theirs.close()
  const made = await database.superuser.query(
    `SELECT user_id, actor, cause_type, cause_id FROM audit_logs WHERE action = 'CREATED' AND resource_id = $1`,
    [proposal.userId],
  )
  expect(made.rows).toEqual([
    { user_id: branch.staff.admin.id, actor: 'PERSON', cause_type: 'APPROVAL', cause_id: approvalId },
  ])
  const decision = await database.superuser.query(
    `SELECT user_id FROM audit_logs WHERE action = 'STATUS_APPROVED' AND resource_id = $1`,
    [approvalId],
  )
  expect(decision.rows).toEqual([{ user_id: branch.staff.supervisor.id }])
  const secrets = await database.superuser.query('SELECT FROM proposed_passwords WHERE approval_id = $1', [
    approvalId,
  ])
  expect(secrets.rowCount).toBe(0)
})

test.each(['SUPERVISOR', 'ADMIN'] as const)('an administrator alone makes no %s', async (role) => {
  expect(await workplace.as('admin').ask('users.create', newUser({ role }))).toMatchObject(needed)
})

test('an administrator alone changes no role with power, in either direction', async () => {
  const { teller2, supervisor2 } = branch.staff
  expect(await to(teller2.id, 'SUPERVISOR')).toMatchObject(needed)
  expect(await to(supervisor2.id, 'TELLER')).toMatchObject(needed)
  const person = await addUser(database, branch.id, {})
  expect(await to(person.id, 'AUDITOR')).toMatchObject({ ok: true })
})

test('an administrator alone lets no supervisor in: neither by a reset, nor by unlocking, nor by activating', async () => {
  const { id: userId } = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  const admin = workplace.as('admin')
  expect(
    await admin.ask('users.resetPassword', { userId, temporaryPassword: 'a long password' }),
  ).toMatchObject(needed)
  expect(await admin.ask('users.unlock', { userId })).toMatchObject(needed)
  await admin.call('users.setStatus', { userId, status: 'SUSPENDED' })
  expect(await admin.ask('users.setStatus', { userId, status: 'ACTIVE' })).toMatchObject(needed)
  const approvalId = await proposed(workplace, proposalAbout(userId, { kind: 'USER_REACTIVATE' }))
  expect(await approveAs(workplace, 'supervisor', approvalId)).toMatchObject({
    value: { status: 'APPROVED' },
  })
  expect(await userOf(userId)).toMatchObject({ status: 'ACTIVE' })
})

test('the password of a supervisor is reset, and a lock-out ended, by two people', async () => {
  const person = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  const reset = await proposed(
    workplace,
    proposalAbout(person.id, { kind: 'USER_RESET', passwordHalf: FIRST_HALF }),
  )
  await approveAs(workplace, 'supervisor', reset)
  expect(await userOf(person.id)).toMatchObject({ must_change_password: true })
  const here = database.workstation(1).user
  await insertFailures(database.superuser, person.username, here)
  const unlock = await proposed(workplace, proposalAbout(person.id, { kind: 'USER_UNLOCK' }))
  await approveAs(workplace, 'supervisor', unlock)
  const signedIn = await signInByPassword(
    database.pool(null),
    person.username,
    `${FIRST_HALF}-${SECOND_HALF}`,
  )
  expect(signedIn).toHaveLength(1)
})

test('whoever is promoted gets a password that the administrator does not know', async () => {
  const person = newUser({ role: 'TELLER', temporaryPassword: 'known to the admin' })
  await workplace.as('admin').call('users.create', person)
  const approvalId = await proposed(
    workplace,
    proposalAbout(person.id, { kind: 'USER_ROLE', role: 'SUPERVISOR', passwordHalf: FIRST_HALF }),
  )
  await approveAs(workplace, 'supervisor', approvalId)
  expect(await userOf(person.id)).toMatchObject({ role: 'SUPERVISOR', must_change_password: true })
  expect(await signInByPassword(database.pool(null), person.username, 'known to the admin')).toEqual([])
})

test('sending the creation again does not give its administrator the new password', async () => {
  const proposal = newProposal()
  await approveAs(workplace, 'supervisor', await proposed(workplace, proposal))
  const again = {
    ...proposal.person,
    id: proposal.userId,
    role: 'SUPERVISOR',
    temporaryPassword: 'chosen by the admin',
  }
  expect(await workplace.as('admin').ask('users.create', newUser(again as object))).toMatchObject(needed)
})

test('the proposer and the person whom it concerns never decide, and a teller neither', async () => {
  const id = await proposed(workplace, proposalAbout(branch.staff.supervisor.id, { kind: 'USER_UNLOCK' }))
  expect(await approveAs(workplace, 'admin', id)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
  expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({ error: { code: 'OWN_CASE' } })
  const { hash } = await shownTo(workplace, 'supervisor2', id)
  expect(
    await workplace.as('teller').ask('approvals.approve', { approvalId: id, hash, passwordHalf: null }),
  ).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await workplace.ask('approvals.read', { approvalId: id })).toMatchObject({
    error: { code: 'APPROVAL_NOT_FOUND' },
  })
  const forged = database.superuser.query(
    `UPDATE approvals SET status = 'APPROVED', decided_by = proposed_by, decided_at = now(), shown_hash = '' WHERE id = $1`,
    [id],
  )
  await expect(forged).rejects.toMatchObject({ constraint: 'approvals_four_eyes' })
})

test('an approval is bound to what was shown, and shows what changed since it was proposed', async () => {
  const person = await addUser(database, branch.id, { role: 'SUPERVISOR', fullName: 'Nora Before' })
  const approvalId = await proposed(workplace, proposalAbout(person.id, { kind: 'USER_UNLOCK' }))
  const { hash, changed } = await shownTo(workplace, 'supervisor', approvalId)
  expect(changed).toEqual([])
  await workplace.as('admin').call('users.update', {
    userId: person.id,
    fullName: 'Nora After',
    email: `${person.username}@example.test`,
    role: 'SUPERVISOR',
  })
  expect(
    await workplace.as('supervisor').ask('approvals.approve', { approvalId, hash, passwordHalf: null }),
  ).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } })
  expect(await shownTo(workplace, 'supervisor', approvalId)).toMatchObject({
    changed: ['subject'],
    before: { subject: 'Nora Before' },
    facts: { subject: 'Nora After' },
  })
})

test('a decision is final: a second one is refused, and the same one sent again is answered alike', async () => {
  const approvalId = await proposed(workplace)
  const { hash } = await shownTo(workplace, 'supervisor', approvalId)
  const decision = { approvalId, hash, passwordHalf: SECOND_HALF }
  const first = await workplace.ask('approvals.approve', decision)
  expect(await workplace.ask('approvals.approve', decision)).toEqual(first)
  expect(
    await workplace.as('supervisor2').ask('approvals.decline', { approvalId, reason: 'Too late' }),
  ).toMatchObject({ error: { code: 'ALREADY_DECIDED' } })
  await expect(
    database.superuser.query(`UPDATE approvals SET decision_reason = 'x' WHERE id = $1`, [approvalId]),
  ).rejects.toMatchObject({ constraint: 'ALREADY_DECIDED' })
  await expect(
    database.superuser.query('DELETE FROM approvals WHERE id = $1', [approvalId]),
  ).rejects.toMatchObject({
    constraint: 'APPEND_ONLY',
  })
})

test('what can no longer be done ends as failed, with the reason', async () => {
  const proposal = newProposal()
  const approvalId = await proposed(workplace, proposal)
  await workplace.call('users.create', newUser({ username: proposal.person?.username ?? '' }))
  expect(await approveAs(workplace, 'supervisor', approvalId)).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'USERNAME_TAKEN' } },
  })
  expect(await statusOf(approvalId)).toMatchObject({ status: 'FAILED' })
})

test('one change a transaction: two approvals in one are refused', async () => {
  const ids = [await proposed(workplace), await proposed(workplace)]
  const client = await branch.pool('supervisor').connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT decline($1, 'no')`, [ids[0]])
    await expect(client.query(`SELECT decline($1, 'no')`, [ids[1]])).rejects.toMatchObject({
      constraint: 'ONE_CHANGE_A_TRANSACTION',
    })
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

test('a proposal is sent twice and made once, and its proposer takes it back', async () => {
  const proposal = newProposal()
  await proposed(workplace, proposal)
  await proposed(workplace, proposal)
  expect(await workplace.ask('users.propose', { ...proposal, role: 'ADMIN' })).toMatchObject({
    error: { code: 'KEY_REUSED' },
  })
  await workplace.call('approvals.withdraw', { approvalId: proposal.key })
  expect(await statusOf(proposal.key)).toMatchObject({ status: 'WITHDRAWN' })
})

test('looking at a proposal is on record', async () => {
  const approvalId = await proposed(workplace)
  await shownTo(workplace, 'supervisor2', approvalId)
  const looks = await database.superuser.query(
    `SELECT user_id FROM audit_logs WHERE action = 'VIEWED' AND resource_id = $1`,
    [approvalId],
  )
  expect(looks.rows).toEqual([{ user_id: branch.staff.supervisor2.id }])
})

test('what nobody has decided lapses when the day is closed', async () => {
  const own = await createTestDatabase()
  const nord = await createBranch(own)
  const key = randomUUID()
  const change = { username: 'late', fullName: 'Lena Late', email: 'late@example.test', role: 'SUPERVISOR' }
  await nord
    .pool('admin')
    .query(`SELECT propose_user_change($1, 'USER_CREATE', $2, $3, $4)`, [
      key,
      randomUUID(),
      change,
      FIRST_HALF,
    ])
  await nord.pool('supervisor').query('SELECT close_branch_day()')
  const { rows } = await own.superuser.query(
    'SELECT status, decided_by, (SELECT count(*)::int FROM proposed_passwords) AS halves FROM approvals WHERE id = $1',
    [key],
  )
  expect(rows).toEqual([{ status: 'LAPSED', decided_by: null, halves: 0 }])
  await own.drop()
})

test('a bank with one administrator reaches its second person once, on record, and never again', async () => {
  const own = await createTestDatabase()
  const nord = await createBranch(own, { vault: '0', staff: 'administrator' })
  const admin = nord.pool('admin')
  const make = (id: string, username: string, role: string) =>
    admin.query(`SELECT create_user($1, $2, $3, $4, $5, $6, $7)`, [
      id,
      username,
      username,
      `${username}@example.test`,
      role,
      PASSWORD_HASH,
      Buffer.alloc(60),
    ])
  const [first, second] = [randomUUID(), randomUUID()]
  await make(randomUUID(), 'teller', 'TELLER')
  await make(first, 'first', 'SUPERVISOR')
  const { rows } = await own.superuser.query(
    `SELECT action, resource_id FROM audit_logs WHERE action = 'FIRST_SECOND_PERSON'`,
  )
  expect(rows).toEqual([{ action: 'FIRST_SECOND_PERSON', resource_id: first }])
  await make(first, 'first', 'SUPERVISOR') // the answer was lost: sent again before the first sign-in
  await expect(make(second, 'second', 'SUPERVISOR')).rejects.toMatchObject({
    constraint: 'SECOND_PERSON_NEEDED',
  })
  await admin.query(`SELECT set_user_status($1, 'SUSPENDED')`, [first])
  await expect(make(second, 'second', 'ADMIN')).rejects.toMatchObject({ constraint: 'SECOND_PERSON_NEEDED' })
  await expect(admin.query(`SELECT set_user_status($1, 'ACTIVE')`, [first])).rejects.toMatchObject({
    constraint: 'SECOND_PERSON_NEEDED',
  })
  await own.drop()
})

test('after the second person signed in once, the administrator alone no longer makes their password', async () => {
  const own = await createTestDatabase()
  const nord = await createBranch(own, { vault: '0', staff: 'administrator' })
  const first = newUser({ username: 'first', role: 'SUPERVISOR' })
  const admin = nord.pool('admin')
  const made = [
    first.id,
    'first',
    'First',
    'first@example.test',
    'SUPERVISOR',
    PASSWORD_HASH,
    Buffer.alloc(60),
  ]
  await admin.query('SELECT create_user($1, $2, $3, $4, $5, $6, $7)', made)
  const reset = () =>
    admin.query('SELECT reset_password($1, $2, $3)', [first.id, PASSWORD_HASH, Buffer.alloc(60)])
  await reset()
  expect(await signInByPassword(own.pool(null), 'first', 'correct horse battery')).toHaveLength(1)
  await expect(reset()).rejects.toMatchObject({ constraint: 'SECOND_PERSON_NEEDED' })
  await own.drop()
})

test('the kinds of the program are those of the database', async () => {
  const { rows } = await database.superuser.query<{ kind: string }>('SELECT kind FROM approval_kinds')
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(APPROVAL_KINDS))
})

test('what waits is listed for its proposer and for whoever decides it, and for nobody else', async () => {
  const approvalId = await proposed(workplace)
  const found = async (name: StaffName) => {
    const { approvals } = await workplace.as(name).call('approvals.list', { waiting: true })
    return approvals.find(({ id }) => id === approvalId)
  }
  expect(await found('admin')).toMatchObject({ own: true, mayDecide: false, proposedBy: 'Ada Admin' })
  expect(await found('supervisor')).toMatchObject({ own: false, mayDecide: true, kind: 'USER_CREATE' })
  expect(await found('auditor')).toMatchObject({ mayDecide: false })
  expect(await found('teller')).toBeUndefined()
  await approveAs(workplace, 'supervisor', approvalId)
  expect(await found('supervisor')).toBeUndefined()
  const { approvals } = await workplace.call('approvals.list', { waiting: false })
  expect(approvals[0]).toMatchObject({ id: approvalId, status: 'APPROVED', decidedBy: 'supervisor Test' })
})
