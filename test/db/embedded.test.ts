import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readPidFile } from '../../electron/db/embedded/orphan.ts'
import { isAlive, onLinux, query, start, started } from './fixtures/embedded.ts'
import { runFixture, startFixture } from './fixtures/programs.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const superuser = z.object({ user: z.string(), password: z.string() })
const shape = z.object({
  value: z.object({ host: z.string(), port: z.number(), tls: z.literal('off'), pid: z.number(), superuser }),
})

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

  it('has the documented settings', async () => {
    await using folder = await temporaryFolder()
    const server = await started(join(folder.path, 'data'))
    const names = ['data_checksums', 'log_parameter_max_length', 'log_parameter_max_length_on_error']
    const wanted = [...names, 'listen_addresses', 'ssl', 'TimeZone', 'server_encoding', 'password_encryption']
    const rows = await query(
      server,
      `SELECT name, setting FROM pg_settings WHERE name = ANY('{${wanted.join()}}')`,
    )
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      data_checksums: 'on',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      listen_addresses: '',
      ssl: 'off',
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
    ).rejects.toThrow('password authentication failed')
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
    const server = await started(join(folder.path, 'data'), { entrance: 'loopback', choosePort })
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
  it('is reported when it ends unexpectedly', async () => {
    await using folder = await temporaryFolder()
    const server = await started(join(folder.path, 'data'))
    const reported = new Promise<void>((resolve) => server.onExit(resolve))
    process.kill(server.pid, 'SIGQUIT')
    await expect(reported).resolves.toBeUndefined()
    await server.stop()
  })

  it('is stopped and started again when its program was killed', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    const holder = await runFixture('hold-server.ts', [data])
    const orphan = shape.parse(holder.answer).value
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

  it('is one server when two programs start it for the first time at once', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    const holders = await Promise.all([1, 2].map(() => runFixture('hold-server.ts', [data])))
    const codes = holders.map(({ answer }) => z.object({ ok: z.boolean() }).parse(answer).ok)
    expect(codes.filter(Boolean)).toHaveLength(1)
    expect(holders.map((holder) => holder.answer)).toContainEqual(
      expect.objectContaining({ error: expect.objectContaining({ code: 'EMBEDDED_IN_USE' }) }),
    )
    for (const { child } of holders) child.kill('SIGTERM')
    await Promise.all(holders.map((holder) => holder.gone))
    expect(readdirSync(folder.path)).toEqual(['data'])
  })

  // A computer that starts, or is full of work, may leave the first program without a turn for longer than any fixed wait.
  it.skipIf(process.platform === 'win32')(
    'leaves a server to the program that started it and is slow',
    async () => {
      await using folder = await temporaryFolder()
      const data = join(folder.path, 'data')
      await (await started(data)).stop()
      const slow = startFixture('hold-server.ts', [data])
      let server = 0
      for (; server === 0; server = readPidFile(data)?.pid ?? 0) await pause(1)
      slow.child.kill('SIGSTOP')
      // The server too: most often it has not said yet how it is reached.
      process.kill(server, 'SIGSTOP')
      const other = startFixture('hold-server.ts', [data])
      await expect
        .poll(() => Date.now() - (readPidFile(data)?.startedAt ?? 0), { timeout: 10_000 })
        .toBeGreaterThan(4000)
      process.kill(server, 'SIGCONT')
      slow.child.kill('SIGCONT')
      expect(await slow.answered).toMatchObject({ ok: true })
      expect(await other.answered).toMatchObject({ ok: false, error: { code: 'EMBEDDED_IN_USE' } })
      for (const { child } of [slow, other]) child.kill('SIGTERM')
      await Promise.all([slow.gone, other.gone])
    },
  )

  it('waits a moment for a lock file that a server has just made, and writes into next', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    const owner = await started(data)
    const lock = join(data, 'cluster', 'postmaster.pid')
    const written = await readFile(lock)
    await truncate(lock)
    const other = start(data)
    await pause(200)
    await writeFile(lock, written)
    expect(await other).toMatchObject({ ok: false, error: { code: 'EMBEDDED_IN_USE' } })
    expect(await query(owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.stop()
  })

  it('sets an empty lock file aside that a full disk left', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    await (await started(data)).stop()
    await writeFile(join(data, 'cluster', 'postmaster.pid'), '')
    const server = await started(data)
    expect(readdirSync(join(data, 'cluster'))).toContain('postmaster.pid.stale-0')
    await server.stop()
  })

  it.runIf(onLinux)('does not take a recycled process number for a server', async () => {
    await using folder = await temporaryFolder()
    const data = join(folder.path, 'data')
    await (await started(data)).stop()
    const lock = ['', join(data, 'cluster'), '0', '1', '', '127.0.0.1', '', 'ready   ', '']
    lock[0] = String(process.pid)
    await writeFile(join(data, 'cluster', 'postmaster.pid'), lock.join('\n'))
    const server = await started(data)
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(readdirSync(join(data, 'cluster'))).toContain(`postmaster.pid.stale-${process.pid}`)
    await server.stop()
  })
})
