import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { freePort, isPortBusy } from '../../electron/db/embedded/port.ts'
import { inspectServer } from '../../electron/db/inspect.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const PROGRAM = process.env['PGBOUNCER_PATH'] ?? '/usr/sbin/pgbouncer'
const START_LIMIT_MS = 30_000
const installed = existsSync(PROGRAM)

/** PgBouncer in front of the test cluster, with one login. Answers the way to it; stopped at disposal. */
async function startPooler(to: Connection, settings: Record<string, string>) {
  const folder = await temporaryFolder()
  const port = await freePort()
  const lines = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: join(folder.path, 'users'),
    ...settings,
  }
  await writeFile(lines.auth_file, `"${to.user}" "${to.password}"\n`)
  const text = Object.entries(lines).map(([name, value]) => `${name} = ${value}`)
  const head = ['[databases]', `* = host=${to.host} port=${to.port}`, '[pgbouncer]']
  await writeFile(join(folder.path, 'ini'), [...head, ...text, ''].join('\n'))
  // As root's server itself: nobody else can enter the folder of its socket.
  const { uid, gid } = statSync(to.host)
  const child = spawn(PROGRAM, ['-q', join(folder.path, 'ini')], { uid, gid, cwd: '/', stdio: 'ignore' })
  const limit = performance.now() + START_LIMIT_MS
  while (!(await isPortBusy(port))) {
    const hasEnded = child.exitCode !== null
    if (hasEnded || performance.now() > limit) {
      child.kill('SIGKILL')
      throw new Error(`PgBouncer ${hasEnded ? `ended with ${child.exitCode}` : 'did not listen in time'}`)
    }
    await pause(20)
  }
  const stop = async () => {
    child.kill('SIGKILL')
    if (child.exitCode === null) await once(child, 'exit')
    await folder[Symbol.asyncDispose]()
  }
  return { connection: { ...to, host: '127.0.0.1', port }, [Symbol.asyncDispose]: stop }
}

describe.skipIf(!installed)(`PgBouncer in between${installed ? '' : ` (skipped: no ${PROGRAM})`}`, () => {
  let database: TestDatabase
  let login: Connection
  const role = `pooled_${randomBytes(4).toString('hex')}`

  beforeAll(async () => {
    database = await createTestDatabase()
    login = { ...database.admin, user: role, password: randomBytes(8).toString('hex') }
    await database.superuser.query(`CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD '${login.password}'`)
  })
  afterAll(async () => {
    await database.drop()
    await withClient({ ...database.admin, database: 'postgres' }, (client) =>
      client.query(`DROP ROLE ${role}`),
    )
  })

  const refused = { ok: false, error: { code: 'POOLER_REFUSED' } }

  it('is refused when it rejects start-up settings, as PgBouncer does by default', async () => {
    await using pooler = await startPooler(login, { pool_mode: 'transaction' })
    expect(await inspectServer(pooler.connection, MIGRATIONS)).toMatchObject(refused)
  })

  it('is refused when it ignores them: the session token would be lost', async () => {
    await using pooler = await startPooler(login, {
      pool_mode: 'session',
      ignore_startup_parameters: 'options',
    })
    expect(await inspectServer(pooler.connection, MIGRATIONS)).toMatchObject(refused)
  })

  it('is refused in transaction mode even where the setting seems to arrive', async () => {
    await database.superuser.query(`ALTER ROLE ${role} SET corex.probe = 'kept'`)
    await using pooler = await startPooler(login, {
      pool_mode: 'transaction',
      ignore_startup_parameters: 'options',
    })
    expect(await inspectServer(pooler.connection, MIGRATIONS)).toMatchObject(refused)
  })

  it('the same login without it is accepted', async () => {
    expect(await inspectServer(login, MIGRATIONS)).toMatchObject({
      ok: true,
      value: { login: 'administrator' },
    })
  })
})
