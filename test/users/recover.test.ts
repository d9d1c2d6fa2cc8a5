import { expect, test } from 'vitest'
import { inDatabase } from '../../electron/db/admin.ts'
import { letIn, type Recovery } from '../../tools/recover/let-in.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'

/** The only administrator forgot the password: nobody can propose another one, and whoever looks after the server lets them in. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const admin = inDatabase(database.admin, database.admin.database)
const recovery: Recovery = {
  username: 'admin',
  by: { helper: 'teller', password: PASSWORD },
  reason: 'Forgot the password',
  operator: 'root',
}
const recover = (changes: Partial<Recovery> = {}) => letIn(admin, { ...recovery, ...changes })

test('lets in with a temporary password that has to be changed, and is on record as a recovery', async () => {
  const recovered = await recover()
  const password = recovered.ok ? recovered.value : ''
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  expect(await workplace.ask('sessions.signIn', { username: 'admin', password: PASSWORD })).toMatchObject({
    error: { code: 'SIGN_IN_REFUSED' },
  })
  expect(await workplace.ask('sessions.signIn', { username: 'admin', password })).toMatchObject({ ok: true })
  const { rows } = await database.superuser.query(
    `SELECT l.actor, l.user_id, l.cause_type, l.action, l.details, u.must_change_password AS must_change FROM audit_logs l
      JOIN users u ON u.id = l.resource_id WHERE l.cause_type = 'ACCESS' AND l.action = 'ACCESS_RECOVERED'`,
  )
  expect(only(rows)).toMatchObject({
    actor: 'RECOVERY',
    user_id: null,
    must_change: true,
    details: { reason: 'Forgot the password', operator: 'root', with: 'teller' },
  })
})

test('not without the password of somebody else of the branch, and not without a reason', async () => {
  for (const changes of [
    { by: { helper: 'teller', password: 'a guess at random' } },
    { by: { helper: 'nobody', password: PASSWORD } },
    { username: 'nobody' },
    { username: 'teller', by: { helper: 'admin', password: 'a guess at random' } },
    { username: 'teller' },
    { reason: ' ' },
  ])
    expect(await recover(changes), JSON.stringify(changes)).toMatchObject({
      ok: false,
      error: { code: 'CANNOT_RECOVER' },
    })
})
