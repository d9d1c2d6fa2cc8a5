import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../../electron/db/embedded/start.ts'
import { runFixture } from './fixtures/programs.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const isRoot = process.getuid?.() === 0
const onLinux = process.platform === 'linux'
const settings = { fsync: 'off' }

const start = (dataFolder: string, more: Partial<EmbeddedOptions> = {}) =>
  startEmbedded({ dataFolder, log: () => {}, settings, ...more })

async function started(dataFolder: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const result = await start(dataFolder, more)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const adminOf = ({
  host,
  port,
  superuser,
}: Pick<EmbeddedServer, 'host' | 'port' | 'superuser'>): Connection => ({
  ...{ host, port, ...superuser },
  database: 'postgres',
  tls: 'off',
})

const query = (server: Pick<EmbeddedServer, 'host' | 'port' | 'superuser'>, text: string) =>
  withClient(adminOf(server), async (client) => (await client.query<Record<string, unknown>>(text)).rows)

const isAlive = (pid: number) => existsSync(`/proc/${pid}`)

describe('a sound folder', () => {
  it('is initialised on first use, keeps its data, and is ended cleanly', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'deep', 'er', 'data')
    const first = await started(data)
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    expect(existsSync(join(data, 'cluster', 'postmaster.pid'))).toBe(false)

    const second = await started(data)
    expect(await query(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await second.stop()
    expect(readdirSync(join(folder.path, 'deep', 'er'))).toEqual(['data'])
  })

  it('is set up as the papers say', async () => {
    await using folder = await temporaryFolder()
    const server = await started(join(folder.path, 'data'))
    const names = ['data_checksums', 'log_parameter_max_length', 'log_parameter_max_length_on_error']
    const wanted = [...names, 'listen_addresses', 'TimeZone', 'server_encoding', 'password_encryption']
    const rows = await query(
      server,
      `SELECT name, setting FROM pg_settings WHERE name = ANY('{${wanted.join()}}')`,
    )
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      data_checksums: 'on',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      listen_addresses: '127.0.0.1',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
    })
    const methods = await query(server, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules')
    expect(methods).toEqual([{ auth_method: 'scram-sha-256' }])
    const secret = join(folder.path, 'data', 'superuser.secret')
    expect(statSync(secret).mode & 0o777).toBe(0o600)
    await expect(
      query({ ...server, superuser: { user: 'postgres', password: 'guess' } }, 'SELECT 1'),
    ).rejects.toThrow()
    await server.stop()
  })

  it('takes another port when the first is busy', async () => {
    await using folder = await temporaryFolder()
    const blocker = createServer()
    const busy = await new Promise<number>((resolve) => {
      blocker.listen(0, '127.0.0.1', () => {
        const address = blocker.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const proposals = [busy, busy + 1]
    const choosePort = async () => proposals.shift() ?? 0
    const server = await started(join(folder.path, 'data'), { choosePort })
    expect(server.port).toBe(busy + 1)
    await server.stop()
    blocker.close()
  })

  it('clears what a crashed initialisation left, and nothing else', async () => {
    await using folder = await temporaryFolder()
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
    await mkdir(join(folder.path, `data.initialising-${gone}`, 'cluster'), { recursive: true })
    await mkdir(join(folder.path, 'data.initialising-by-hand'))
    const server = await started(join(folder.path, 'data'))
    await server.stop()
    expect(readdirSync(folder.path).sort()).toEqual(['data', 'data.initialising-by-hand'])
  })
})

describe('a server that ends or is left alone', () => {
  it('is reported when it dies', async () => {
    await using folder = await temporaryFolder()
    const server = await started(join(folder.path, 'data'))
    const reported = new Promise<void>((resolve) => server.onExit(resolve))
    process.kill(server.pid, 'SIGQUIT')
    await reported
    await server.stop()
  })

  it('is stopped and started anew when its program was killed', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    const holder = await runFixture('hold-server.ts', [data])
    const orphan = (holder.answer as { value: EmbeddedServer }).value
    await query(orphan, 'CREATE TABLE kept AS SELECT 1 AS one')
    holder.child.kill('SIGKILL')
    await holder.gone
    expect(isAlive(orphan.pid)).toBe(true)

    const server = await started(data)
    expect(server.pid).not.toBe(orphan.pid)
    expect(isAlive(orphan.pid)).toBe(false)
    expect(await query(server, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it('is left alone while another program works with it', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    const owner = await started(data)
    expect(await start(data)).toMatchObject({ ok: false, error: { code: 'EMBEDDED_IN_USE' } })
    expect(await query(owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.stop()
  })

  it.runIf(onLinux)('does not take a recycled process number for a server', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    await (await started(data)).stop()
    const lock = ['', join(data, 'cluster'), '0', '1', '', '127.0.0.1', '', 'ready   ', '']
    lock[0] = String(process.pid)
    await writeFile(join(data, 'cluster', 'postmaster.pid'), lock.join('\n'))
    const server = await started(data)
    await server.stop()
  })
})

describe('a folder that cannot be used', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let sound: string

  beforeAll(async () => {
    folder = await temporaryFolder()
    sound = join(folder.path, 'sound')
    await (await started(sound)).stop()
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  const cases: ReadonlyArray<{ name: string; spoil: (data: string) => Promise<void>; code: string }> = [
    {
      name: 'no PG_VERSION',
      spoil: (data) => rm(join(data, 'cluster/PG_VERSION')),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'garbage in PG_VERSION',
      spoil: (data) => writeFile(join(data, 'cluster/PG_VERSION'), 'qwerty'),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'no control file',
      spoil: (data) => rm(join(data, 'cluster/global/pg_control')),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'garbage in the control file',
      spoil: (data) => writeFile(join(data, 'cluster/global/pg_control'), Buffer.alloc(8192, 7)),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'no write-ahead log',
      spoil: async (data) => {
        await rm(join(data, 'cluster/pg_wal'), { recursive: true })
        await mkdir(join(data, 'cluster/pg_wal'))
        await chmod(join(data, 'cluster/pg_wal'), 0o777)
      },
      code: 'EMBEDDED_DAMAGED',
    },
    { name: 'no password', spoil: (data) => rm(join(data, 'superuser.secret')), code: 'EMBEDDED_DAMAGED' },
    {
      name: 'a newer major version',
      spoil: (data) => writeFile(join(data, 'cluster/PG_VERSION'), '19\n'),
      code: 'EMBEDDED_NEWER',
    },
    {
      name: 'an older major version',
      spoil: (data) => writeFile(join(data, 'cluster/PG_VERSION'), '17\n'),
      code: 'EMBEDDED_OLDER',
    },
    {
      name: 'not a cluster at all',
      spoil: async (data) => {
        await rm(data, { recursive: true })
        await mkdir(data)
        await writeFile(join(data, 'holiday.jpg'), 'x')
      },
      code: 'EMBEDDED_DAMAGED',
    },
  ]

  it.each(cases)('$name: $code, and nothing is initialised or deleted', async ({ name, spoil, code }) => {
    const data = join(folder.path, name.replaceAll(' ', '-'))
    // Only cp -a keeps the owner that root's server needs.
    if (isRoot) execFileSync('cp', ['-a', sound, data])
    else await cp(sound, data, { recursive: true })
    await spoil(data)
    const before = listing(data)
    expect(await start(data)).toMatchObject({ ok: false, error: { code } })
    expect(before.filter((file) => !listing(data).includes(file))).toEqual([])
    expect(existsSync(join(data, 'holiday.jpg')) || existsSync(join(data, 'cluster'))).toBe(true)
  })

  const listing = (path: string) => readdirSync(path, { recursive: true }).map(String).sort()

  it.runIf(isRoot && onLinux)('a full disk: DISK_FULL', async (context) => {
    const small = join(folder.path, 'small')
    await mkdir(small)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0755', 'tmpfs', small], { stdio: 'ignore' })
    } catch {
      context.skip('this machine does not let us mount a small disk')
    }
    try {
      expect(await start(join(small, 'data'))).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } })
      expect(readdirSync(small)).toEqual([])
    } finally {
      execFileSync('umount', [small])
    }
  })
})

describe.runIf(isRoot && onLinux)('root and the normal user', () => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }))
  const home = { env: { ...process.env, HOME: '/' }, uid: nobody, gid: nobody }

  it('root gives the server a system user and keeps the password to itself', async () => {
    await using folder = await temporaryFolder()
    const server = await started(join(folder.path, 'data'))
    expect(statSync(join(folder.path, 'data', 'cluster')).uid).not.toBe(0)
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0/m)
    expect(statSync(join(folder.path, 'data', 'superuser.secret')).uid).toBe(0)
    await server.stop()
  })

  it('root in a closed folder keeps the data elsewhere and says so', async () => {
    await using folder = await temporaryFolder()
    await chmod(folder.path, 0o700)
    const data = join(folder.path, 'data')
    const said: string[] = []
    const server = await started(data, { log: (line) => said.push(line) })
    const name = createHash('sha256').update(data).digest('hex').slice(0, 16)
    expect(server.folder).toBe(`/var/lib/corex-teller/${name}`)
    expect(said.join()).toContain(server.folder)
    await server.stop()
    await rm(server.folder, { recursive: true })
  })

  it('a normal user runs it as itself', async (context) => {
    await using folder = await temporaryFolder()
    if (!mayRun(nobody)) context.skip('the checkout is closed to other users')
    await chmod(folder.path, 0o777)
    const holder = await runFixture('hold-server.ts', [join(folder.path, 'data')], home)
    expect(holder.answer).toMatchObject({ ok: true })
    expect(statSync(join(folder.path, 'data', 'cluster')).uid).toBe(nobody)
    holder.child.kill('SIGTERM')
    await holder.gone
  })

  it('a normal user without permission is told so', async (context) => {
    await using folder = await temporaryFolder()
    if (!mayRun(nobody)) context.skip('the checkout is closed to other users')
    const holder = await runFixture('hold-server.ts', [join(folder.path, 'data')], home)
    expect(holder.answer).toMatchObject({ ok: false, error: { code: 'NO_PERMISSION' } })
    holder.child.kill('SIGKILL')
  })

  function mayRun(uid: number): boolean {
    try {
      execFileSync(process.execPath, [join(import.meta.dirname, 'fixtures/temporary-folder.ts')], {
        uid,
        cwd: '/',
      })
      return true
    } catch {
      return false
    }
  }
})
