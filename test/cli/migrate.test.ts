import { expect, test } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { commandsForFile, corex, corexOn } from '../support/corex.ts'

const { database, settings } = await commandsForFile()
const asAdministrator = (...args: string[]) =>
  corex(['migrate', ...args, '--settings', settings], { COREX_DATABASE_URL: urlOf(database.admin) })
/** As after a release that had all tables of this one, and other code. */
const forgetCode = () =>
  database.superuser.query(`DELETE FROM corex.kysely_migration WHERE name = '0450-code'`)
const newest = async () =>
  (await database.superuser.query('SELECT max(name) AS name FROM corex.kysely_migration')).rows

test('it shows what has to be done and does nothing; a workstation’s login is told whose it takes', async () => {
  await forgetCode()
  const before = await newest()
  const shown = await asAdministrator('--dry-run')
  expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('0450-code') })
  expect(shown.out).toContain('People go on working. Applications from 0300-code on work with it')
  expect(await newest()).toEqual(before)
  expect(await corexOn(database, settings, 'migrate')).toMatchObject({
    code: 3,
    out: '',
    err: expect.stringContaining('the login of the server’s administrator'),
  })
})

test('two people who do it at once do it once, and a third has nothing to do', async () => {
  const both = await Promise.all([asAdministrator('--json'), asAdministrator('--json')])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  const ran = both.map(({ out }) => (JSON.parse(out) as { ran: string[] }).ran)
  expect(ran.toSorted((a, b) => a.length - b.length)).toEqual([[], ['0450-code']])
  expect(await newest()).toEqual([{ name: '0450-code' }])
  expect(await asAdministrator()).toMatchObject({
    code: 0,
    err: expect.stringContaining('Nothing has to be done'),
  })
})

test('without a server that it could upgrade it says who does', async () => {
  const alone = await corex(['migrate', '--settings', settings])
  expect(alone).toMatchObject({ code: 3, err: expect.stringContaining('upgraded by the application') })
})
