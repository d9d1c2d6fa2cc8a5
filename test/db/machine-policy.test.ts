import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenOptions } from '../../electron/db/database.ts'
import { type MachinePolicy, readMachinePolicy, rememberedPolicy } from '../../electron/db/machine-policy.ts'
import { openDatabase, targetOf } from '../../electron/db/open-database.ts'
import { policyIn, readTrusted } from '../../electron/db/policy-text.ts'
import { nameOfWorkstation } from '../../electron/db/workstation-name.ts'
import { writeSettings } from '../../electron/db/settings.ts'
import { ok } from '../../shared/result.ts'
import { createSecretBox } from './fixtures/secret-box.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const KEY = 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
const KEY_PEM = `-----BEGIN PUBLIC KEY-----\n${KEY}\n-----END PUBLIC KEY-----\n`
const UPDATES = { from: 'https://software.bank.example/corex-teller/', key: KEY }
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const SERVER = { host: 'db.bank.example', certificateAuthority: PEM }
const OWNER = process.getuid?.() ?? 0

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let file: string

beforeAll(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder.path, 'policy'), { mode: 0o755 })
  file = join(folder.path, 'policy/policy.json')
})
afterAll(() => folder[Symbol.asyncDispose]())

const policyOf = async (content: unknown, mode = 0o644) => {
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  await chmod(file, mode)
  return readMachinePolicy(() => readTrusted(file, OWNER))
}
const faultIs = (code: string, details: object = {}) => ({ ok: false, error: { code, details } })

describe('what the bank sets for a computer', () => {
  test('is the server, who vouches for it, and when it locks', async () => {
    expect(await policyOf({ format: 1, server: SERVER, idleMinutes: 3, telemetry: 'none' })).toEqual(
      ok({
        file,
        server: { host: 'db.bank.example', port: 5432, database: 'coreX-DB', tls: { ca: PEM } },
        idleSeconds: 180,
        contentProtection: null,
        printers: null,
        updates: null,
      }),
    )
    expect(await policyOf({ format: 1, server: { host: 'db.bank.example' } })).toMatchObject({
      value: { server: { tls: { ca: 'system' } }, idleSeconds: null },
    })
  })

  test('names the standbys that may take over beside the server', async () => {
    const hosts = ['db1.bank.example', 'db2.bank.example:6000', '[fd00::1]:7']
    const places = [
      { host: 'db1.bank.example', port: 5555 },
      { host: 'db2.bank.example', port: 6000 },
      { host: 'fd00::1', port: 7 },
    ]
    expect(await policyOf({ format: 1, server: { hosts, port: 5555 } })).toMatchObject({
      value: { server: { ...places[0], places } },
    })
    expect(await policyOf({ format: 1, server: { hosts: ['db1'] } })).toMatchObject({
      value: { server: { host: 'db1', port: 5432 } },
    })
  })

  test('names where versions come from, an address or a folder, and whose key signs them', async () => {
    for (const updates of [UPDATES, { from: '/mnt/software/teller', key: KEY_PEM }])
      expect(await policyOf({ format: 1, updates })).toMatchObject({ value: { updates } })
    const { privateKey } = generateKeyPairSync('ed25519')
    const other = generateKeyPairSync('ed448').publicKey.export({ type: 'spki', format: 'pem' })
    for (const key of [privateKey.export({ type: 'pkcs8', format: 'pem' }), other, KEY.slice(4), ''])
      expect(await policyOf({ format: 1, updates: { ...UPDATES, key } })).toMatchObject(
        faultIs('POLICY_FAULTY', { file, part: 'updates.key' }),
      )
  })

  test.each([
    [{ format: 1, updates: { ...UPDATES, from: 'http://software.bank.example/' } }, 'updates.from'],
    [{ format: 1, updates: { ...UPDATES, from: 'https://boss:secret@bank.example/' } }, 'updates.from'],
    [{ format: 1, updates: { ...UPDATES, from: 'https://bank.example/?v=1' } }, 'updates.from'],
    [{ format: 1, updates: { ...UPDATES, from: 'file:///srv/teller' } }, 'updates.from'],
    [{ format: 1, updates: { ...UPDATES, from: 'teller' } }, 'updates.from'],
    [{ format: 1, updates: { from: UPDATES.from } }, 'updates.key'],
    [{ format: 1, updates: { ...UPDATES, unsigned: true } }, 'updates.unsigned'],
    [{ format: 1, server: { host: 'a', hosts: ['b'] } }, 'server.host'],
    [{ format: 1, server: { port: 1 } }, 'server.host'],
    [{ format: 1, server: { hosts: ['a,b'] } }, 'server.hosts.0'],
    ['{', 'JSON'],
    [{ format: 2 }, 'format'],
    [{ format: 1, serwer: SERVER }, 'serwer'],
    [{ format: 1, server: { ...SERVER, tls: 'off' } }, 'server.tls'],
    [{ format: 1, server: { host: 'db?sslmode=disable' } }, 'server.host'],
    [{ format: 1, server: { ...SERVER, certificateAuthority: 'MIIB' } }, 'server.certificateAuthority'],
    [{ format: 1, idleMinutes: 0 }, 'idleMinutes'],
    [{ format: 1, contentProtection: 'yes' }, 'contentProtection'],
    [{ format: 1, printers: [{ name: 'A' }] }, 'printers.0.address'],
    [{ format: 1, printers: [{ name: 'A', queue: 'a', address: 'b' }] }, 'printers.0.address'],
    [{ format: 1, printers: [{ name: 'A', address: 'http://b' }] }, 'printers.0.address'],
    [{ format: 1, printers: [{ name: 'A', queue: '-o raw' }] }, 'printers.0.queue'],
    [{ format: 1, printers: [{ name: 'A', queue: 'a', device: 'b' }] }, 'printers.0.address'],
    [{ format: 1, printers: [{ name: 'A', device: 'b', address: 'c' }] }, 'printers.0.address'],
    [{ format: 1, printers: [{ name: 'A', device: 'b\n' }] }, 'printers.0.device'],
    [{ format: 1, printers: [{ name: 'A', device: 'b'.repeat(201) }] }, 'printers.0.device'],
    [{ format: 1, printers: [{ name: 'A', address: 'b', papers: ['STATEMENT'] }] }, 'printers.0.papers'],
    [
      {
        format: 1,
        printers: [
          { name: 'A', queue: 'a' },
          { name: 'A', queue: 'b' },
        ],
      },
      'printers',
    ],
    [{ format: 1, telemetry: 'all' }, 'telemetry'],
  ])('%j is refused, and the part is named', async (content, part) => {
    expect(await policyOf(content)).toMatchObject(faultIs('POLICY_FAULTY', { file, part }))
  })

  test('is nothing where there is no file', async () => {
    const none = join(folder.path, 'policy/none.json')
    expect(await readMachinePolicy(() => readTrusted(none, OWNER))).toEqual(ok(null))
    expect(await readTrusted(join(folder.path, 'nowhere/policy.json'), OWNER)).toEqual(ok(null))
  })

  test('is not trusted when others could have written it', async () => {
    expect(await policyOf({ format: 1 }, 0o664)).toMatchObject(faultIs('POLICY_NOT_TRUSTED', { file }))
    expect(await policyOf({ format: 1 }, 0o646)).toMatchObject(faultIs('POLICY_NOT_TRUSTED'))
    expect(await readMachinePolicy(() => readTrusted(file, OWNER + 1))).toMatchObject(
      faultIs('POLICY_NOT_TRUSTED'),
    )
    await chmod(file, 0o644)
    await chmod(join(folder.path, 'policy'), 0o777)
    expect(await readMachinePolicy(() => readTrusted(file, OWNER))).toMatchObject(
      faultIs('POLICY_NOT_TRUSTED'),
    )
    await chmod(join(folder.path, 'policy'), 0o755)
    const link = join(folder.path, 'policy/link.json')
    await symlink(file, link)
    expect(await readTrusted(link, OWNER)).toMatchObject(faultIs('POLICY_NOT_TRUSTED'))
  })

  test('is on Windows one value of the registry, as reg.exe prints it', () => {
    const printed = `\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\CoreX Teller\r\n    Policy    REG_SZ    {"format":1}\r\n\r\n`
    expect(policyIn(printed)).toMatchObject({ value: { text: '{"format":1}' } })
    expect(policyIn(printed.replace('REG_SZ', 'REG_DWORD'))).toMatchObject(faultIs('POLICY_FAULTY'))
  })

  test('is read again after a fault, and not after it was good', async () => {
    const answers = [await policyOf('{'), await policyOf({ format: 1, idleMinutes: 3 }), await policyOf('{')]
    const read = rememberedPolicy(async () => answers.shift() ?? ok(null))
    expect([await read(), await read(), await read()]).toMatchObject([
      { ok: false },
      { value: { idleSeconds: 180 } },
      { value: { idleSeconds: 180 } },
    ])
  })
})

describe('the database that is opened', () => {
  const box = createSecretBox()
  const policy: MachinePolicy = {
    file: '/etc/corex-teller/policy.json',
    server: { host: 'db.bank.example', port: 5432, database: 'coreX-DB', tls: { ca: PEM } },
    idleSeconds: null,
    contentProtection: null,
    printers: null,
    updates: null,
  }
  const optionsIn = (settingsFolder: string, more: Partial<OpenOptions> = {}): OpenOptions => ({
    settingsFolder,
    dataFolder: join(settingsFolder, 'data'),
    migrationsFolder: '',
    secretBox: box,
    workstationName: 'PC',
    env: {},
    log: () => {},
    policy: async () => ok(policy),
    ...more,
  })
  const saved = (host: string) => ({
    format: 1 as const,
    workstation: 'abc123',
    server: {
      host,
      port: 5432,
      database: 'coreX-DB',
      tls: 'off' as const,
      user: 'ws',
      password: box.encrypt('x'),
    },
    logins: {},
    identities: {},
    timelines: {},
    pending: null,
    isSetUp: true,
  })

  test('is that of the bank, with its authority, and no other: not the embedded one, not a saved one, not that of a URL', async () => {
    await using fresh = await temporaryFolder()
    const options = optionsIn(fresh.path)
    const address = 'db.bank.example:5432/coreX-DB'
    expect(await openDatabase(options)).toMatchObject(faultIs('NOT_ENROLLED', { address }))
    const env = { COREX_DATABASE_URL: 'postgresql://boss@127.0.0.1:9/other' }
    expect(await targetOf({ ...options, env })).toMatchObject(faultIs('NOT_ENROLLED'))
    await writeSettings(fresh.path, saved('evil.example'))
    expect(await targetOf(options)).toMatchObject(faultIs('NOT_ENROLLED'))
    await writeSettings(fresh.path, saved('db.bank.example'))
    expect(await targetOf({ ...options, env })).toMatchObject({
      value: { host: 'db.bank.example', user: 'ws', password: 'x', tls: { ca: PEM } },
    })
  })

  test('stays that of the bank when the policy names a standby beside it', async () => {
    await using fresh = await temporaryFolder()
    await writeSettings(fresh.path, saved('db.bank.example'))
    const places = ['db0', 'db'].map((name) => ({ host: `${name}.bank.example`, port: 5432 }))
    const server = { host: 'db0.bank.example', port: 5432, places, database: 'coreX-DB', tls: { ca: PEM } }
    const options = optionsIn(fresh.path, { policy: async () => ok({ ...policy, server }) })
    expect(await targetOf(options)).toMatchObject({ value: { places, user: 'ws', password: 'x' } })
  })

  test('is none while the policy is faulty', async () => {
    await using fresh = await temporaryFolder()
    const faulty = await policyOf('{')
    const options = optionsIn(fresh.path, { policy: async () => faulty })
    expect(await openDatabase(options)).toMatchObject(faultIs('POLICY_FAULTY'))
  })

  test('is not that of a URL with a password once the application is installed', async () => {
    await using fresh = await temporaryFolder()
    const env = { COREX_DATABASE_URL: 'postgresql://ws:secret@127.0.0.1:9/other' }
    const options = optionsIn(fresh.path, { env, policy: async () => ok(null) })
    expect(await targetOf(options)).toMatchObject({ ok: true })
    const refused = await targetOf({ ...options, isPackaged: true })
    expect(refused).toMatchObject(faultIs('URL_HAS_PASSWORD', { address: '127.0.0.1:9/other' }))
    expect(JSON.stringify(refused)).not.toContain('secret')
  })
})

const nameAt = async (host: string) => {
  const set = await policyOf({ format: 1, server: { ...SERVER, host } })
  return nameOfWorkstation(async () => set, { computer: 'NORD-03', user: 'anna' })
}

test('each user of a computer that is served by itself is a workstation; elsewhere the computer is one', async () => {
  expect(await nameAt('127.0.0.1')).toBe('NORD-03-anna')
  expect(await nameAt('db.bank.example')).toBe('NORD-03')
  expect(await nameOfWorkstation(async () => ok(null), { computer: 'NORD-03', user: 'anna' })).toBe('NORD-03')
})
