import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { UNREACHABLE } from './error-cases.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { PASSWORD } from '../support/users.ts'
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

/** A workplace whose settings are in that folder, and nobody signed in. */
function workplaceIn(settingsFolder: string) {
  const made = createWorkplace(branch)
  Object.assign(made.state, { options: { ...made.state.options, settingsFolder } })
  return made
}

const refusedAs = (fault: string) => ({
  ok: false,
  error: { code: 'CONNECTION_REFUSED', details: { fault } },
})

test('nobody leads a workstation with a branch to another database before an administrator has signed in', async () => {
  await using folder = await temporaryFolder()
  const { ask, call, close } = workplaceIn(folder.path)
  expect(await call('database.get', {})).toMatchObject({ mayChange: 'nothing' })
  expect(await ask('database.testConnection', UNREACHABLE)).toMatchObject(refusedAs('ADMINISTRATOR_NEEDED'))
  expect(await ask('database.useServer', UNREACHABLE)).toMatchObject(refusedAs('ADMINISTRATOR_NEEDED'))
  expect(await ask('database.useEmbedded', {})).toMatchObject(refusedAs('ADMINISTRATOR_NEEDED'))
  await close()
})

test('nor when its database cannot be reached; an administrator who is signed in does', async () => {
  await using folder = await temporaryFolder()
  const made = workplaceIn(folder.path)
  await made.call('sessions.signIn', { username: branch.staff.admin.username, password: PASSWORD })
  expect(await made.call('database.get', {})).toMatchObject({ mayChange: 'anything' })
  const tested = await made.ask('database.testConnection', UNREACHABLE)
  expect(tested).toMatchObject(refusedAs('SERVER_UNREACHABLE'))
  await made.call('sessions.signOut', {})
  await made.close()
  Object.assign(made.state, { database: null, anonymousDb: null, connected: false })
  expect(await made.ask('database.useServer', UNREACHABLE)).toMatchObject(refusedAs('ADMINISTRATOR_NEEDED'))
  expect(await made.ask('database.useEmbedded', {})).toMatchObject(refusedAs('ADMINISTRATOR_NEEDED'))
})

test('while nobody is signed in, the login at the server in use can be entered again, and at no other', async () => {
  await using folder = await temporaryFolder()
  const { ask, call, close } = workplaceIn(folder.path)
  const server = {
    host: '127.0.0.1',
    port: 9,
    database: 'coreX-DB',
    user: 'teller',
    password: 'x',
    tls: 'off',
  }
  const settings = { format: 1, workstation: 'abc123', server, logins: {}, isSetUp: true }
  await writeFile(join(folder.path, 'connection.json'), JSON.stringify(settings))
  expect(await call('database.get', {})).toMatchObject({ mayChange: 'login' })
  expect(await ask('database.useServer', UNREACHABLE)).toMatchObject(refusedAs('SERVER_UNREACHABLE'))
  const other = { ...UNREACHABLE, url: UNREACHABLE.url.replace(':9/', ':10/') }
  expect(await ask('database.useServer', other)).toMatchObject(refusedAs('ADMINISTRATOR_NEEDED'))
  await close()
})
