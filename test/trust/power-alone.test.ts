import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CallName } from '../../shared/contract.ts'
import { FIRST_HALF, newProposal, SECOND_HALF } from '../support/approvals.ts'
import type { StaffName } from '../support/branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser, newUser, PASSWORD_HASH, signInByPassword } from '../support/users.ts'

/**
 * One person alone, of each role, against every way to a second identity with power: by the calls of the window, and by statements
 * with the stolen token of that person. Whatever is answered, afterwards the same people have power, under the same passwords.
 */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const suspended = await addUser(database, branch.id, { username: 'away', role: 'SUPERVISOR' })
await database.superuser.query(`UPDATE users SET status = 'SUSPENDED' WHERE id = $1`, [suspended.id])
const mine = newUser({ username: 'mine' })
await workplace.as('admin').call('users.create', mine)

/** Everybody who has power, and by which password and status. */
const powerful = async () =>
  (
    await database.superuser.query(
      `SELECT id, role, status, password_hash, must_change_password FROM users WHERE role IN ('SUPERVISOR', 'ADMIN') ORDER BY id`,
    )
  ).rows

const KEY = `decode(repeat('00', 60), 'hex')`
const victims = [staff.supervisor.id, staff.supervisor2.id, suspended.id, staff.admin.id]

/** A proposal of the caller's own, with both halves of the password in hand, and its approval by the same person. */
const ownProposal = (kind: string, user: string, change: string): readonly string[] => {
  const id = randomUUID()
  return [
    `SELECT propose_user_change('${id}', '${kind}', '${user}', '${change}', '${FIRST_HALF}')`,
    `SELECT approve_with_password('${id}', decode(read_approval('${id}') ->> 'hash', 'hex'), '${SECOND_HALF}', ${KEY})`,
    `SELECT approve('${id}', decode(read_approval('${id}') ->> 'hash', 'hex'))`,
  ]
}

const person = (username: string, role: string) =>
  JSON.stringify({ username, fullName: username, email: `${username}@example.test`, role })

const statements: readonly string[] = [
  ...['SUPERVISOR', 'ADMIN'].flatMap((role) => [
    `SELECT create_user(gen_random_uuid(), 'second', 'Second', 's@example.test', '${role}', '${PASSWORD_HASH}', ${KEY})`,
    `SELECT create_user('${mine.id}', 'mine', 'New Person', 'mine@example.test', '${role}', '${PASSWORD_HASH}', ${KEY})`,
    `SELECT update_user('${mine.id}', 'Mine', 'mine@example.test', '${role}')`,
    ...ownProposal('USER_CREATE', randomUUID(), person('second', role)),
    ...ownProposal('USER_ROLE', mine.id, JSON.stringify({ role })),
  ]),
  ...victims.flatMap((id) => [
    `SELECT reset_password('${id}', '${PASSWORD_HASH}', ${KEY})`,
    `SELECT unlock_user('${id}')`,
    `SELECT set_user_status('${id}', 'ACTIVE')`,
    ...ownProposal('USER_RESET', id, '{}'),
    ...ownProposal('USER_REACTIVATE', id, '{}'),
  ]),
  // An approval in parts: the two halves stored, and the functions that do it called by themselves.
  `UPDATE proposed_passwords SET second_half = '${SECOND_HALF}'`,
  `UPDATE approvals SET status = 'APPROVED'`,
  `SELECT perform_user_create(a, NULL) FROM approvals a`,
  `UPDATE branches SET second_person = NULL`,
]

const ROLES: readonly StaffName[] = ['admin', 'supervisor', 'teller', 'auditor', 'apiUser']

test.each(ROLES)('%s alone reaches no second identity with power by statements', async (name) => {
  const before = await powerful()
  const refusals: unknown[] = []
  for (const statement of statements)
    await branch
      .pool(name)
      .query(statement)
      .catch((error: { constraint?: string; code?: string }) => refusals.push(error.constraint ?? error.code))
  expect(await powerful()).toEqual(before)
  // What goes through is proposing, activating who is active already, and no more.
  expect(refusals.length).toBeGreaterThan(statements.length / 2)
})

const calls = (): readonly (readonly [CallName, unknown])[] => [
  ['users.create', newUser({ role: 'SUPERVISOR' })],
  ['users.create', newUser({ role: 'ADMIN' })],
  ['users.create', { ...mine, role: 'SUPERVISOR' }],
  ['users.update', { userId: mine.id, fullName: 'Mine', email: 'mine@example.test', role: 'SUPERVISOR' }],
  ...victims.flatMap((userId) => [
    ['users.resetPassword', { userId, temporaryPassword: 'a known password' }] as const,
    ['users.unlock', { userId }] as const,
    ['users.setStatus', { userId, status: 'ACTIVE' }] as const,
  ]),
]

test.each(ROLES)('%s alone reaches none by the calls of the window', async (name) => {
  const before = await powerful()
  const proposal = newProposal()
  const shown = async () => workplace.as(name).ask('approvals.read', { approvalId: proposal.key })
  for (const [call, input] of calls()) await workplace.as(name).ask(call, input as never)
  await workplace.as(name).ask('users.propose', proposal)
  const read = await shown()
  const hash = read.ok ? read.value.hash : '0'.repeat(64)
  await workplace.ask('approvals.approve', { approvalId: proposal.key, hash, passwordHalf: SECOND_HALF })
  expect(await powerful()).toEqual(before)
})

test('an administrator who knows the first half, or the second, does not sign in as the new supervisor', async () => {
  const proposal = newProposal({ person: { username: 'nora', fullName: 'Nora', email: 'nora@example.test' } })
  await workplace.as('admin').call('users.propose', proposal)
  const { hash } = await workplace.as('supervisor').call('approvals.read', { approvalId: proposal.key })
  await workplace.call('approvals.approve', { approvalId: proposal.key, hash, passwordHalf: SECOND_HALF })
  const anonymous = database.pool(null)
  for (const guess of [
    FIRST_HALF,
    SECOND_HALF,
    `${FIRST_HALF}-${FIRST_HALF}`,
    `${SECOND_HALF}-${SECOND_HALF}`,
  ])
    expect(await signInByPassword(anonymous, 'nora', guess)).toEqual([])
})

test('a first half that is too long for bcrypt to see the second is refused', async () => {
  const long = branch
    .pool('admin')
    .query(`SELECT propose_user_change($1, 'USER_CREATE', $2, $3, $4)`, [
      randomUUID(),
      randomUUID(),
      person('long', 'SUPERVISOR'),
      'a'.repeat(72),
    ])
  await expect(long).rejects.toThrow(/value too long|proposed_passwords_first_half/)
})
