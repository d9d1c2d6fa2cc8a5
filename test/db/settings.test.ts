import { readFileSync, readdirSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Settings,
  readSettings,
  revealLogin,
  revealServer,
  sealLogin,
  writeSettings,
} from '../../electron/db/settings.ts'
import { createSecretBox } from './fixtures/secret-box.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const box = createSecretBox()
const login = { user: 'ws_1', password: 'open sesame' }
const place = { host: 'bank.example', port: 5432, database: 'coreX-DB', tls: { ca: 'PEM' } }
const settings: Settings = {
  format: 1,
  workstation: 'abc123',
  server: { ...place, ...sealLogin(login, box) },
  logins: { embedded: sealLogin(login, box) },
  identities: {},
  timelines: {},
  pending: null,
  isSetUp: false,
}

describe('saved settings', () => {
  it('come back, with their secrets encrypted and for this user only', async () => {
    await using folder = await temporaryFolder()
    const where = join(folder.path, 'new')
    expect(await writeSettings(where, settings)).toMatchObject({ ok: true })
    expect(readdirSync(where)).toEqual(['connection.json'])
    expect(statSync(join(where, 'connection.json')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(where, 'connection.json'), 'utf8')).not.toContain('sesame')
    const read = await readSettings(where)
    expect(read).toEqual({ ok: true, value: settings })
    expect(revealServer(settings, where, box)).toEqual({ ok: true, value: { ...place, ...login } })
    expect(revealLogin(settings, 'embedded', box)).toEqual(login)
  })

  it('start with the embedded server and a workstation of their own', async () => {
    await using folder = await temporaryFolder()
    expect(await readSettings(folder.path)).toMatchObject({ ok: true, value: { server: null, logins: {} } })
  })

  const damaged = [
    '',
    '{',
    'null',
    '{"format":2}',
    '{"format":1,"workstation":"abc123","server":{},"logins":{}}',
  ]
  it.each(damaged)('%j is damage and is never ignored', async (text) => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'connection.json')
    await writeFile(file, text)
    expect(await readSettings(folder.path)).toEqual({
      ok: false,
      error: { code: 'SETTINGS_DAMAGED', details: { file } },
    })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('with a changed key, the saved server is damage and a new login is made', () => {
    const other = createSecretBox()
    expect(revealServer(settings, '/x', other)).toMatchObject({
      ok: false,
      error: { code: 'SETTINGS_DAMAGED' },
    })
    expect(revealLogin(settings, 'embedded', other)).toBeNull()
  })
})
