import { expect, test } from 'vitest'
import { otherBranch } from '../support/other-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { insertFailures, insertUser, newUser, PASSWORD } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const here = database.workstation(1).user

const listed = async (id: string) => {
  const { users } = await workplace.as('admin').call('users.list', {})
  return users.find((user) => user.id === id)
}

test('an administrator and an auditor see the staff, with when and where each last signed in', async () => {
  const { users } = await workplace.as('auditor').call('users.list', {})
  expect(users.map((user) => user.role)).toContain('ADMIN')
  const never = newUser()
  await workplace.as('admin').call('users.create', never)
  expect(await listed(never.id)).toMatchObject({
    branchName: 'Branch Nord',
    ownBranch: true,
    mustChangePassword: true,
    lastSignIn: null,
    locked: null,
  })
  expect(await listed(branch.staff.teller.id)).toMatchObject({ lastSignIn: { workstation: here } })
})

test('a session that nobody used for an hour has ended, and is not shown', async () => {
  const { id } = branch.staff.supervisor
  const used = (ago: string) =>
    database.superuser.query(
      `UPDATE sessions SET used_at = clock_timestamp() - $2::interval WHERE user_id = $1`,
      [id, ago],
    )
  await used('59 minutes')
  expect((await listed(id))?.session).not.toBeNull()
  await used('61 minutes')
  expect((await listed(id))?.session).toBeNull()
})

test('the staff of another branch is seen and belongs to its own administrators', async () => {
  const { id } = await insertUser(database.superuser, await otherBranch(database), {})
  expect(await listed(id)).toMatchObject({ branchName: 'Branch Ost', ownBranch: false })
})

test('a user who is locked out reads so, where and until when, and not longer; an administrator unlocks', async () => {
  const { id, username } = branch.staff.teller2
  await insertFailures(database.superuser, username, here, { count: 4 })
  expect(await listed(id)).toMatchObject({ status: 'ACTIVE', locked: null })
  await insertFailures(database.superuser, username, here, { count: 1, ago: '14 minutes' })
  const until = (await listed(id))?.locked
  expect(until?.workstation).toBe(here)
  expect(Date.parse(until?.until ?? '') - Date.now()).toBeGreaterThan(30_000)
  expect(Date.parse(until?.until ?? '') - Date.now()).toBeLessThan(61_000)
  expect(await workplace.ask('sessions.signIn', { username, password: PASSWORD })).toMatchObject({
    error: { code: 'SIGN_IN_REFUSED' },
  })
  await workplace.as('admin').call('users.unlock', { userId: id })
  expect(await listed(id)).toMatchObject({ locked: null })
  expect((await workplace.call('sessions.signIn', { username, password: PASSWORD })).stage).toBe('ready')
  await workplace.call('sessions.signOut', {})
})
