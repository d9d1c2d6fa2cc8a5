import { execFileSync } from 'node:child_process'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressOf, clientConfig, parseConnection, serverUrl, urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

describe('parseConnection', () => {
  const good = [
    ['postgresql://postgres:2001@localhost:5432/coreX-DB', 'localhost', 5432, 'coreX-DB', 'postgres', '2001'],
    ['postgres://u:p@127.0.0.1/d', '127.0.0.1', 5432, 'd', 'u', 'p'],
    ['postgresql://u@localhost/d', 'localhost', 5432, 'd', 'u', ''],
    ['postgresql://a%40b:p%3A%2F%3F%23@localhost/my%20db', 'localhost', 5432, 'my db', 'a@b', 'p:/?#'],
    ['postgresql://u:p@[::1]:6000/d', '::1', 6000, 'd', 'u', 'p'],
    ['postgresql://u:p@localhost/d?sslmode=disable', 'localhost', 5432, 'd', 'u', 'p'],
    ['postgresql://u:p@%2Fsrv%2Fa%20socket:5433/d', '/srv/a socket', 5433, 'd', 'u', 'p'],
  ] as const
  it.each(good)('%s', (url, host, port, database, user, password) => {
    expect(parseConnection(url)).toEqual({
      ok: true,
      value: { host, port, database, user, password, tls: 'off' },
    })
  })

  const bad = [
    ['', 'URL_INVALID', 'url'],
    ['localhost:5432', 'URL_INVALID', 'url'],
    ['https://u:p@localhost/d', 'URL_INVALID', 'url'],
    ['postgresql://u:p@localhost:99999/d', 'URL_INVALID', 'url'],
    ['postgresql://u:p@localhost:0/d', 'URL_INVALID', 'port'],
    ['postgresql:///d', 'URL_INVALID', 'host'],
    ['postgresql://localhost/d', 'URL_INVALID', 'user'],
    ['postgresql://u:p@localhost', 'URL_INVALID', 'database'],
    ['postgresql://u:p@localhost/a/b', 'URL_INVALID', 'database'],
    ['postgresql://u:%zz@localhost/d', 'URL_INVALID', 'encoding'],
    ['postgresql://u:p@localhost/d?options=-c%20x', 'URL_INVALID', 'options'],
    ['postgresql://u:p@localhost/d?sslmode=sometimes', 'URL_INVALID', 'sslmode'],
    ['postgresql://u:p@bank.example/d?sslrootcert=/not/there', 'URL_INVALID', 'sslrootcert'],
  ] as const
  it.each(bad)('refuses %s', (url, code, part) => {
    expect(parseConnection(url)).toEqual({ ok: false, error: { code, details: { part } } })
  })

  it.runIf(process.platform === 'linux')(
    'refuses a pipe, a device and a huge file as certificates at once',
    { timeout: 5_000 },
    async () => {
      await using folder = await temporaryFolder()
      const pipe = join(folder.path, 'pipe')
      execFileSync('mkfifo', [pipe])
      const huge = join(folder.path, 'huge.pem')
      await writeFile(huge, PEM)
      await truncate(huge, 3_000_000_000)
      for (const file of [pipe, '/dev/zero', folder.path, huge]) {
        const url = `postgresql://u:p@bank.example/d?sslrootcert=${encodeURIComponent(file)}`
        const error = { code: 'URL_INVALID', details: { part: 'sslrootcert' } }
        expect(parseConnection(url)).toEqual({ ok: false, error })
      }
    },
  )

  it.each(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'no-verify'])(
    'refuses sslmode=%s beyond loopback',
    (mode) => {
      const url = `postgresql://u:p@bank.example/d?sslmode=${mode}`
      expect(parseConnection(url)).toMatchObject({ ok: false, error: { code: 'TLS_REQUIRED' } })
    },
  )

  it('verifies beyond loopback, against the authority that is given', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'ca.pem')
    await writeFile(file, PEM)
    const fromFile = parseConnection(
      `postgresql://u:p@bank.example/d?sslrootcert=${encodeURIComponent(file)}`,
    )
    expect(fromFile).toMatchObject({ ok: true, value: { tls: { ca: PEM } } })
    expect(parseConnection('postgresql://u:p@localhost/d', PEM)).toMatchObject({
      value: { tls: { ca: PEM } },
    })
    const ofTheSystem = parseConnection('postgresql://u:p@bank.example/d')
    expect(ofTheSystem).toMatchObject({ ok: true, value: { tls: { ca: 'system' } } })
    expect(parseConnection('postgresql://u:p@bank.example/d', 'nonsense')).toMatchObject({
      error: { code: 'URL_INVALID', details: { part: 'certificateAuthority' } },
    })
  })
})

describe('a connection', () => {
  const connection = {
    host: '::1',
    port: 1,
    database: 'a b',
    user: 'u@x',
    password: 'p/w',
    tls: 'off',
  } as const

  it('names its address without a secret, and its URL with it', () => {
    expect(addressOf(connection)).toBe('[::1]:1/a b')
    expect(parseConnection(urlOf(connection))).toEqual({ ok: true, value: connection })
    const bySocket = { ...connection, host: '/srv/a socket' }
    expect(parseConnection(urlOf(bySocket))).toEqual({ ok: true, value: bySocket })
  })

  it('of several servers names them all, as libpq does, and is kept as it was typed', () => {
    const several = 'postgresql://u:p%2C@db1.example,db2.example:6000,[::1]:7/d?sslmode=verify-full'
    const parsed = parseConnection(several)
    const places = [
      { host: 'db1.example', port: 5432 },
      { host: 'db2.example', port: 6000 },
      { host: '::1', port: 7 },
    ]
    expect(parsed).toMatchObject({ value: { ...places[0], places, password: 'p,', tls: { ca: 'system' } } })
    if (!parsed.ok) throw new Error(parsed.error.code)
    expect(addressOf(parsed.value)).toBe('db1.example:5432,db2.example:6000,[::1]:7/d')
    expect(parseConnection(`${urlOf(parsed.value)}?sslmode=verify-full`)).toEqual(parsed)
    const typed = serverUrl('db1.example, db2.example:6000', 'ws')
    expect(parseConnection(typed)).toMatchObject({ value: { user: 'ws', places: places.slice(0, 2) } })
  })

  it.each([
    ['postgresql://u@bank.example,/d', 'URL_INVALID'],
    ['postgresql://u@bank.example:x,b/d', 'URL_INVALID'],
    ['postgresql://u@localhost,bank.example/d', 'TLS_REQUIRED'],
    [`postgresql://u@${Array(9).fill('a').join(',')}/d`, 'URL_INVALID'],
  ])('%s is no list of servers', (url, code) => {
    expect(parseConnection(url)).toMatchObject({ ok: false, error: { code } })
  })

  it('never sends plain text over a network', () => {
    expect(() => clientConfig({ ...connection, host: 'bank.example' })).toThrow('loopback')
    expect(clientConfig({ ...connection, host: 'bank.example', tls: { ca: PEM } }).ssl).toMatchObject({
      ca: PEM,
      rejectUnauthorized: true,
    })
  })
})
