import { expect, test } from 'vitest'
import { workplaceForFile } from '../support/test-file.ts'
import { newUser, PASSWORD } from '../support/users.ts'

// An answer may be lost on its way: the same command with the same key is then answered alike, and another is refused.

const workplace = await workplaceForFile()
const { branch } = workplace

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('a user is made once, with the temporary password that was sent last', async () => {
  workplace.become(branch.staff.admin)
  const user = newUser({ username: 'sent.twice' })
  await workplace.call('users.create', { ...user, temporaryPassword: 'the first password' })
  await workplace.call('users.create', { ...user, temporaryPassword: 'the second password' })
  expect(
    await workplace.ask('users.create', { ...user, role: 'AUDITOR', temporaryPassword: PASSWORD }),
  ).toMatchObject(reused)
  const view = await workplace.call('sessions.signIn', {
    username: 'sent.twice',
    password: 'the second password',
  })
  expect(view.stage).toBe('must-change-password')
  await workplace.call('sessions.signOut', {})
})
