import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningServer } from '../../cli/running-server.ts'
import { KeptSettings } from '../../electron/backup/backup-settings.ts'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { type Connection, DATABASE_NAME, parseConnection } from '../../electron/db/connection.ts'
import { freePort } from '../../electron/db/embedded/port.ts'
import { type MachinePolicy, readMachinePolicy } from '../../electron/db/machine-policy.ts'
import { readSettings } from '../../electron/db/settings.ts'
import { disconnect } from '../../electron/services/database/connect.ts'
import type { Attempt } from '../../electron/db/fault.ts'
import { wrapForSheet } from '../../electron/sheet-key.ts'
import type { VaultKey } from '../../electron/wrapped-key.ts'
import { ok } from '../../shared/result.ts'
import { linesOf } from '../../shared/rules/sheet-lines.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { createBranch, type TestBranch } from '../support/branch.ts'
import { corex } from '../support/corex.ts'
import { openDatabaseAt } from '../support/database-in.ts'
import { newCashPosting } from '../support/postings.ts'
import { corexAs, serveAt, serviceFolder, serviceUser, type Serving } from '../support/serving.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { PASSWORD } from '../support/users.ts'
import { createWorkplace, giveKeys } from '../support/workplace.ts'

/** The embedded server as a service of the computer: an account of its own where root runs the tests, and two users who work at it. */

const service = serviceUser('nobody')
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let settings: string
let port: number
let serving: Serving

const start = () => serveAt(settings, port, service)

beforeAll(async () => {
  folder = await temporaryFolder()
  settings = await serviceFolder(join(folder.path, 'service'), service)
  port = await freePort()
  serving = await start()
})
afterAll(async () => {
  await serving.end('SIGTERM')
  await folder[Symbol.asyncDispose]()
})

type Login = { readonly url: string; readonly user: string; readonly until: string; readonly policy: object }

async function login(): Promise<Login> {
  const made = await corex(['serve', '--login', '--json', '--settings', settings])
  if (made.code !== 0) throw new Error(made.err)
  return JSON.parse(made.out) as Login
}

/** The connection of the service itself, by the secret in its folder. */
function ofTheService(): Connection {
  const admin = runningServer(join(settings, 'database'), () => {})
  if (admin === null) throw new Error('Nothing serves')
  return inDatabase(admin, DATABASE_NAME)
}

/** What the application makes of the policy that was printed. */
const policyOf = ({ policy }: Login) =>
  readMachinePolicy(async () => ok({ file: '/etc/corex-teller/policy.json', text: JSON.stringify(policy) }))

async function superuserBy({ url, policy }: Login) {
  const { certificateAuthority } = (policy as { server: { certificateAuthority: string } }).server
  const parsed = parseConnection(url, certificateAuthority)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value
}

/** The application of another user of the computer, in whose profile nothing is known yet. */
function applicationOf(user: string, branch: TestBranch, policy: Attempt<MachinePolicy | null>) {
  const made = createWorkplace(branch)
  const settingsFolder = join(folder.path, user)
  Object.assign(made.state, {
    options: { ...made.state.options, settingsFolder, policy: async () => policy },
  })
  const close = async () => {
    await made.ask('sessions.signOut', {})
    await disconnect(made.state)
    await made.close()
  }
  return { ...made, close }
}

test('it says where it is and that nothing backs it up, and a second one on the same folder is refused', async () => {
  expect(serving.out).toBe(`Ready at 127.0.0.1:${port}. No backups are set up.\n`)
  const second = await serveAt(settings, await freePort(), service)
  expect(second.out).toBe('')
  expect(second.said).toMatch(/^Another program \(its server is process \d+\) works with .* already\.\n$/)
  expect(await second.end('SIGTERM')).toBe(3)
})

let branch: TestBranch
let vaultKey: VaultKey
let first: Login

test('two users of the computer are set up by the login alone, and work on one branch', async () => {
  first = await login()
  const policy = await policyOf(first)
  branch = await createBranch(await openDatabaseAt(ofTheService()))
  vaultKey = (await giveKeys(branch.database)).vaultKey
  const account = await openNewCustomersAccount(branch)
  await ensureOpenTill(branch, branch.staff.teller, 0)
  await ensureOpenTill(branch, branch.staff.teller2, 1)
  const logins: string[] = []
  for (const user of ['teller', 'teller2'] as const) {
    const application = applicationOf(user, branch, policy)
    const view = await application.call('database.useServer', { url: first.url, certificateAuthority: null })
    expect(view).toMatchObject({ kind: 'server', address: `127.0.0.1:${port}/coreX-DB`, fault: null })
    const connection = application.state.database?.connection
    logins.push(connection?.user ?? '')
    // Nothing was said to the server before it proved itself by the certificate of the policy, which nobody typed.
    const saved = await readSettings(application.state.options.settingsFolder)
    expect(saved.ok && saved.value.server?.tls).toEqual(policy.ok && policy.value?.server?.tls)
    if (connection === undefined) throw new Error('Not connected')
    const encrypted = await withClient(connection, (client) =>
      client.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'),
    )
    expect(encrypted.rows).toEqual([{ ssl: true }])
    const { username } = branch.staff[user]
    await application.call('sessions.signIn', { username, password: PASSWORD })
    await application.call('postings.postDeposit', newCashPosting(account, { amount: '12.50' }))
    await application.close()
  }
  expect(await balanceOf(branch, account)).toMatchObject({ ledger: '25.00' })
  expect(new Set(logins).size).toBe(2)
  expect(logins.every((user) => user.startsWith('ws_'))).toBe(true)
})

test('told to end it ends well, and the next start has the same certificate and the same data', async () => {
  const before = await policyOf(first)
  expect(await serving.end('SIGTERM')).toBe(0)
  serving = await start()
  const again = await login()
  expect(await policyOf(again)).toEqual(before)
  const { rows } = await branch.database.superuser.query('SELECT count(*)::int AS postings FROM transactions')
  expect(rows[0]?.postings).toBeGreaterThan(2)
})

test('a login is good for a quarter of an hour, and is gone afterwards', async () => {
  const given = await login()
  const left = Date.parse(given.until) - Date.now()
  expect(left).toBeGreaterThan(14 * 60_000)
  expect(left).toBeLessThanOrEqual(15 * 60_000)
  const admin = ofTheService()
  await withClient(admin, (client) =>
    client.query(
      `ALTER ROLE ${given.user} VALID UNTIL '2026-01-01'; ALTER ROLE ${first.user} VALID UNTIL '2026-01-01'`,
    ),
  )
  const late = await withClient(await superuserBy(given), async () => 'in').catch(
    (error: unknown) => (error as { code: string }).code,
  )
  expect(late).toBe('28P01')
  await login()
  const { rows } = await branch.database.superuser.query(
    `SELECT rolname FROM pg_roles WHERE rolname IN ($1, $2)`,
    [given.user, first.user],
  )
  expect(rows).toEqual([])
})

test('killed on the spot it goes on at the next start', async () => {
  await serving.end('SIGKILL')
  serving = await start()
  expect(serving.out).toContain('Ready')
  expect(serving.said).toContain('A server left behind by a killed program was stopped')
  const { rows } = await branch.database.superuser.query('SELECT * FROM check_books()')
  expect(rows).toEqual([])
})

test.skipIf(service === null)(
  'another user of the computer reads nothing of it and makes no login',
  async () => {
    const daemon = Number(execFileSync('id', ['-u', 'daemon'], { encoding: 'utf8' }))
    const as = (...command: string[]) => {
      const args = ['--reuid', String(daemon), '--regid', String(daemon), '--clear-groups', ...command]
      try {
        return execFileSync('setpriv', args, { encoding: 'utf8', stdio: 'pipe' })
      } catch (error) {
        return (error as { stderr: string }).stderr
      }
    }
    expect(as('ls', folder.path)).toContain('service')
    for (const part of ['', 'connection.json', 'database/superuser.secret', 'database/cluster/PG_VERSION'])
      expect(as('cat', join(settings, part)), part).toMatch(/Permission denied/)
    // Not even where somebody opened the folder by mistake.
    await chmod(settings, 0o755)
    for (const part of ['connection.json', 'database/superuser.secret', 'database/cluster/PG_VERSION'])
      expect(as('cat', join(settings, part)), part).toMatch(/Permission denied/)
    const made = as(
      process.execPath,
      join(import.meta.dirname, '../../cli/corex.ts'),
      'serve',
      '--login',
      '--settings',
      settings,
    )
    await chmod(settings, 0o700)
    expect(made).toMatch(/NO_PERMISSION/)
  },
)

const kept = () => new KeptSettings(settings).read()

test('backups go where its account chose by the recovery sheet, are drilled, and restore elsewhere as the same server', async () => {
  const share = await serviceFolder(join(folder.path, 'share'), service)
  const secret = randomBytes(32)
  const words = linesOf(secret).join('\n')
  const choose = (input: string, uid = service) =>
    corexAs(uid, ['backup', '--choose', share, '--keep-days', '10', '--settings', settings], input)
  expect(choose(words)).toMatchObject({ code: 1, err: expect.stringContaining('NOT_SET_UP') })
  await branch.database.superuser.query(
    `INSERT INTO recovery_sheets (number, made_by, wrapped_key) SELECT 1, id, $1 FROM users LIMIT 1`,
    [wrapForSheet(vaultKey, secret)],
  )
  const other = linesOf(Buffer.alloc(32, 1)).join('\n')
  expect(choose(other)).toMatchObject({ code: 1, err: expect.stringContaining('WORDS_OTHER') })
  const account = 'as the account of the service'
  expect(service === null ? account : choose(words, null).err).toContain(account)
  expect(choose(words)).toMatchObject({ code: 0, out: expect.stringContaining('for 10 days') })
  await expect.poll(async () => (await kept()).lastFull, { timeout: 60_000 }).not.toBeNull()
  expect(await kept()).toMatchObject({ folder: share, keepDays: 10, fullWanted: false })

  await branch.database.superuser.query(`SELECT leave_to_job('DRILL')`)
  await expect.poll(async () => (await kept()).lastDrill, { timeout: 90_000 }).not.toBeNull()
  expect((await kept()).lastDrill).toMatchObject({ fault: null })

  const before = await policyOf(await login())
  expect(await serving.end('SIGTERM')).toBe(0)
  settings = await serviceFolder(join(folder.path, 'restored'), service)
  const restored = corexAs(service, ['restore', '--folder', share, '--settings', settings], words)
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('every check passed') })
  serving = await start()
  expect(serving.out).not.toContain('No backups')
  expect(await policyOf(await login())).toEqual(before)
}, 240_000)

test('a port that another program has is said, and so is a login that nothing serves', async () => {
  await using other = await temporaryFolder()
  const elsewhere = await serviceFolder(join(other.path, 'service'), service)
  const busy = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => busy.once('listening', resolve))
  const address = busy.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  const refused = await serveAt(elsewhere, taken, service)
  busy.close()
  expect(refused.said).toContain(`Another program has the port ${taken} of this computer`)
  expect(await refused.end('SIGTERM')).toBe(3)
  const nothing = await corex(['serve', '--login', '--settings', elsewhere])
  expect(nothing).toMatchObject({ code: 3, err: expect.stringContaining('start corex serve first') })
  expect(await corex(['serve', '--port', 'many', '--settings', elsewhere])).toMatchObject({ code: 2 })
})
