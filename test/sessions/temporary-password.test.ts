import { expect, test } from 'vitest'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD, temporaryUser } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

const signIn = (username: string, password = PASSWORD) =>
  workplace.ask('sessions.signIn', { username, password })

test('a temporary password is good for three days, and only who knows it is told that it has ended', async () => {
  const fresh = await temporaryUser(branch, '2 days 23 hours')
  expect(await signIn(fresh.username)).toMatchObject({ ok: true, value: { stage: 'must-change-password' } })
  const old = await temporaryUser(branch, '3 days 1 hour')
  expect(await signIn(old.username)).toMatchObject({ ok: false, error: { code: 'TEMPORARY_PASSWORD_ENDED' } })
  expect(await signIn(old.username, 'not the password')).toMatchObject({ error: { code: 'SIGN_IN_REFUSED' } })
  const { rows } = await branch.database.superuser.query(
    `SELECT action FROM audit_logs WHERE user_id = $1 AND action LIKE 'SIGN_IN%' ORDER BY id`,
    [old.id],
  )
  expect(rows).toEqual([{ action: 'SIGN_IN_ENDED' }, { action: 'SIGN_IN_FAILED' }])
  expect(
    await branch.database.superuser.query('SELECT FROM sessions WHERE user_id = $1', [old.id]),
  ).toMatchObject({ rowCount: 0 })
  await workplace
    .as('admin')
    .call('users.resetPassword', { userId: old.id, temporaryPassword: 'another temporary one' })
  expect(await signIn(old.username, 'another temporary one')).toMatchObject({ ok: true })
})
