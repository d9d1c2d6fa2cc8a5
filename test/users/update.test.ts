import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusalsOf } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser } from '../support/users.ts'
import { createWorkplace } from '../support/workplace.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

const listed = async (id: string) =>
  (await workplace.as('admin').call('users.list', {})).users.find((user) => user.id === id)

test('an administrator corrects a name and an address, and the person works on', async () => {
  const person = await addUser(database, branch.id, { fullName: 'Anna Linn' })
  const changed = { fullName: 'Anna Lind', email: 'anna.lind@example.test', role: person.role }
  await workplace.as('admin').call('users.update', { userId: person.id, ...changed })
  expect(await listed(person.id)).toMatchObject(changed)
  workplace.become(person)
  await workplace.call('customers.search', { text: 'nobody' })
})

test('a new role counts at once: whoever has it signs in again', async () => {
  const person = await addUser(database, branch.id, {})
  const theirs = createWorkplace(branch)
  theirs.become(person)
  const before = await listed(person.id)
  await workplace.as('admin').call('users.update', {
    userId: person.id,
    fullName: before?.fullName ?? '',
    email: before?.email ?? '',
    role: 'AUDITOR',
  })
  expect(await theirs.ask('customers.search', { text: 'nobody' })).toMatchObject({
    error: { code: 'NOT_SIGNED_IN' },
  })
  expect(await theirs.call('sessions.get', {})).toMatchObject({ endedBecause: 'ADMINISTRATOR' })
  expect(await listed(person.id)).toMatchObject({ role: 'AUDITOR' })
  await theirs.close()
})

test('an administrator corrects the own name and keeps the own role', async () => {
  const { id } = branch.staff.admin
  const own = { userId: id, fullName: 'Ada Adminsson', email: 'ada@example.test' }
  await workplace.as('admin').call('users.update', { ...own, role: 'ADMIN' })
  expect(await workplace.ask('users.update', { ...own, role: 'SUPERVISOR' })).toMatchObject({
    error: { code: 'OWN_ROLE' },
  })
  expect(await listed(id)).toMatchObject({ fullName: 'Ada Adminsson', role: 'ADMIN' })
})

test('two administrators cannot take the role from each other at the same moment', async () => {
  const second = await addUser(database, branch.id, { username: 'admin2', role: 'ADMIN' })
  const demotion = async (token: string, id: string) => {
    const key = randomUUID()
    await database
      .pool(token)
      .query(`SELECT propose_user_change($1, 'USER_ROLE', $2, '{"role": "TELLER"}', NULL)`, [key, id])
    return key
  }
  const ids = [
    await demotion(branch.staff.admin.token, second.id),
    await demotion(second.token, branch.staff.admin.id),
  ]
  const hashes = await Promise.all(
    ids.map(async (id) => (await workplace.as('supervisor').call('approvals.read', { approvalId: id })).hash),
  )
  const outcomes = await Promise.allSettled(
    (['supervisor', 'supervisor2'] as const).map((name, n) =>
      branch
        .pool(name)
        .query(`SELECT approve($1, decode($2, 'hex')) ->> 'status' AS status`, [ids[n], hashes[n]]),
    ),
  )
  const approved = outcomes.filter(
    (outcome) => outcome.status === 'fulfilled' && outcome.value.rows[0]?.status === 'APPROVED',
  )
  expect(approved.length).toBe(1)
  // Whoever lost the role has proposed nothing that could still be approved; or it fails, because nobody else would be left.
  for (const refusal of refusalsOf(outcomes)) expect(refusal).toBe('PROPOSER_MAY_NO_MORE')
  const left = await database.superuser.query(`SELECT FROM users WHERE role = 'ADMIN' AND status = 'ACTIVE'`)
  expect(left.rowCount).toBe(1)
})
