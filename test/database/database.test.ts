import { expect, test } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { createWorkplace } from '../support/workplace.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

test('the window gets the address of its database, without a password', async () => {
  const view = await workplace.call('database.get', {})
  expect(view).toMatchObject({ kind: 'server', fault: null })
  expect(JSON.stringify(view)).not.toContain(database.workstation(1).password)
})

const heartbeats = async () =>
  (
    await database.superuser.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'corex heartbeat'`,
    )
  ).rowCount

test('pressed again and again, "try again" opens one database, and quitting closes it, even half open', async () => {
  const { state, ask } = createWorkplace(branch)
  Object.assign(state, {
    options: { ...state.options, env: { COREX_DATABASE_URL: urlOf(database.workstation(1)) } },
  })
  const answers = await Promise.all([1, 2, 3].map(() => ask('database.retry', {})))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
  await expect.poll(heartbeats).toBe(1)
  await disconnect(state)
  const opening = connect(state)
  await disconnect(state) // quits before it is open
  await opening
  expect(state.database).toBe(null)
  await expect.poll(heartbeats).toBe(0)
})
