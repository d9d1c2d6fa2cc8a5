import { expect, test } from 'vitest'
import { enrol, forgetUsedCodes } from '../support/codes.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

const isAtWork = async () =>
  only((await branch.pool('supervisor').query('SELECT current_user_id() IS NOT NULL AS here')).rows).here

test('whoever knows a password and has no device ends no session of its person; the code does', async () => {
  const device = await enrol(workplace.as('supervisor'))
  expect(await isAtWork()).toBe(true)
  workplace.as('teller2') // whose session the next sign-in here ends
  const { username } = branch.staff.supervisor
  expect(await workplace.call('sessions.signIn', { username, password: PASSWORD })).toMatchObject({
    stage: 'must-give-code',
  })
  expect(await isAtWork()).toBe(true)
  await forgetUsedCodes(branch.database.superuser)
  await workplace.call('sessions.giveCode', { code: device.code() })
  expect(await isAtWork()).toBe(false)
})
