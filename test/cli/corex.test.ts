import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILD } from '../../electron/build.ts'
import { urlOf } from '../../electron/db/connection.ts'
import { commandsForFile, corex, corexOn } from '../support/corex.ts'

const { database, settings } = await commandsForFile()

test('the help lists the commands and says what each exit code means', async () => {
  const { code, out } = await corex(['--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}database {5}\S/m)
  for (const meant of [0, 1, 2, 3, 4, 5]) expect(out).toMatch(new RegExp(`^ {2}${meant} {2}\\S`, 'm'))
})

test('it says which build it is, and nothing more', async () => {
  expect(await corex(['--version'])).toEqual({ code: 0, out: `${BUILD}\n`, err: '' })
})

test('a command that is not there is a wrong command line, and says so on the error output', async () => {
  expect(await corex(['open-the-vault'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/open-the-vault/),
  })
})

test('a server that does not answer is no failure of the work: another code, and the fault as JSON', async () => {
  const { code, out, err } = await corex(['database', '--json', '--settings', settings], {
    COREX_DATABASE_URL: 'postgresql://ws:secret@127.0.0.1:9/nowhere',
  })
  expect(code).toBe(3)
  expect(JSON.parse(out)).toMatchObject({ usable: false, code: 'SERVER_UNREACHABLE' })
  expect(out + err).not.toContain('secret')
})

test('without an application that runs its server, it says what to open', async () => {
  const { code, err } = await corex(['database', '--settings', settings])
  expect(code).toBe(3)
  expect(err).toMatch(/not running: it runs while the application is open/)
})

test('it works by the login of a workstation, and says by which', async () => {
  const { code, out } = await corexOn(database, settings, 'database', '--json')
  expect(code).toBe(0)
  const { user } = database.workstation(1)
  expect(JSON.parse(out)).toMatchObject({ usable: true, kind: 'server', login: user, build: BUILD })
})

test('an administrator gives it a login of its own once, and it needs no URL from then on', async () => {
  const url = { COREX_DATABASE_URL: urlOf(database.admin) }
  expect(await corex(['database', 'keep', '--settings', settings], url)).toMatchObject({ code: 0 })
  const { out } = await corex(['database', '--json', '--settings', settings])
  const { login } = JSON.parse(out) as { login: string }
  expect(login).toMatch(/^ws_.*_cli_/)
  expect(readFileSync(join(settings, 'connection.json'), 'utf8')).not.toContain(database.admin.password)
})
