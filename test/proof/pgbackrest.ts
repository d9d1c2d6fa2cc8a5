// `npm run proof:pgbackrest`: the cycle of docs/own-server.md on Debian's PostgreSQL and pgBackRest. A bank works, is backed up whole and
// incrementally with its log archived, dies, and is restored to a named second: what was acknowledged before it is there, nothing after
// it is, the books balance, no name stands readable in the repository. Needs the packages postgresql and pgbackrest.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { placeFor } from '../../electron/db/embedded/account.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { openAccount } from '../support/accounts.ts'
import { createBranch } from '../support/branch.ts'
import { MIGRATIONS, TEMPLATE } from '../support/cluster.ts'
import { approvedCustomer } from '../support/customers.ts'
import { createDatabaseIn } from '../support/database-in.ts'
import { post } from '../support/posting-functions.ts'
import { cashAccountOf, setTellerTill } from '../support/tills.ts'

const STANZA = 'bank'
const PORT = 5432
const READY_LIMIT_MS = 60_000
/** A name that no other text holds, and that must not be readable in the repository. */
const PLANTED = 'Zyxwanda'

const newestOf = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).toSorted((a, b) => Number(b) - Number(a))[0] : undefined
const version = newestOf('/usr/lib/postgresql')
if (version === undefined || !existsSync('/usr/bin/pgbackrest'))
  throw new Error(
    'Install the packages postgresql and pgbackrest first: apt-get install postgresql pgbackrest',
  )
const program = (name: string) => join('/usr/lib/postgresql', version, 'bin', name)

await using folder = await temporaryFolder()
const { account } = placeFor(join(folder.path, 'data'), () => {})
const own = (path: string) => account !== null && chownSync(path, account.uid, account.gid)
const asServer = { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] as ('ignore' | 'pipe')[] }
const at = Object.fromEntries(
  ['data', 'restored', 'repository', 'log', 'lock', 'socket'].map((name) => [name, join(folder.path, name)]),
) as Record<'data' | 'restored' | 'repository' | 'log' | 'lock' | 'socket', string>
for (const path of Object.values(at)) {
  mkdirSync(path, { mode: 0o700 })
  own(path)
}
const password = randomBytes(12).toString('hex')
const configuration = ownFile('pgbackrest.conf', repositoryIn(at.data))
const admin: Connection = {
  host: at.socket,
  port: PORT,
  user: 'boss',
  password,
  database: TEMPLATE,
  tls: 'off',
}

/** A file that only the server's system user reads. */
function ownFile(name: string, text: string): string {
  const path = join(folder.path, name)
  writeFileSync(path, text, { mode: 0o600 })
  own(path)
  return path
}

/** The passphrase of the repository stands in a file that only the server's user reads, never in archive_command, which every login sees. */
function repositoryIn(data: string): string {
  return `[global]
repo1-path=${at.repository}
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=${randomBytes(24).toString('hex')}
repo1-retention-full=2
log-path=${at.log}
lock-path=${at.lock}
start-fast=y
compress-type=zst

[${STANZA}]
pg1-path=${data}
pg1-socket-path=${at.socket}
pg1-port=${PORT}
pg1-user=backup
`
}

/** Runs pgBackRest as the server's system user, and says how long it took. */
function backRest(command: string, ...options: string[]): void {
  const since = performance.now()
  const stated = [`--config=${configuration}`, `--stanza=${STANZA}`, '--log-level-console=warn']
  execFileSync('/usr/bin/pgbackrest', [...stated, ...options, command], asServer)
  const took = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`${command} ${options.join(' ')}: ${took} s`)
}

async function startServer(data: string): Promise<ChildProcess> {
  const archive = `/usr/bin/pgbackrest --config=${configuration} --stanza=${STANZA} archive-push %p`
  const settings = {
    listen_addresses: '',
    unix_socket_directories: at.socket,
    port: PORT,
    archive_mode: 'on',
    archive_command: archive,
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(program('postgres'), ['-D', data, ...args], { ...account, cwd: '/', stdio: 'ignore' })
  const limit = performance.now() + READY_LIMIT_MS
  const state = join(data, 'postmaster.pid')
  while (!existsSync(state) || !readFileSync(state, 'utf8').includes('ready')) {
    if (server.exitCode !== null || performance.now() > limit) throw new Error(`${data} did not start`)
    await wait(50)
  }
  return server
}

const asked = <T extends object>(database: Connection, text: string, values: unknown[] = []) =>
  withClient(database, async (client) => (await client.query<T>(text, values)).rows)

const cycleSince = performance.now()
const passwordFile = ownFile('password', password)
const initdb = ['-D', at.data, '-U', 'boss', '-A', 'scram-sha-256', '--pwfile', passwordFile]
execFileSync(program('initdb'), initdb, asServer)
// pgBackRest asks the server as its system user, over the socket, without a password.
const user = account === null ? process.env['USER'] : readUser(account.uid)
writeFileSync(join(at.data, 'pg_ident.conf'), `backup ${user} backup\n`)
const hba = ['local all backup peer map=backup', 'local all all scram-sha-256']
writeFileSync(join(at.data, 'pg_hba.conf'), `${hba.join('\n')}\n`)

function readUser(uid: number): string | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map((line) => line.split(':')).find((parts) => parts[2] === String(uid))?.[0]
}

const first = await startServer(at.data)
await asked(inDatabase(admin, 'postgres'), 'CREATE ROLE backup SUPERUSER LOGIN')
backRest('stanza-create')
backRest('check')
await provision(admin, TEMPLATE, MIGRATIONS)
const migrated = await migrate(admin, MIGRATIONS)
if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
const database = await createDatabaseIn(admin)
const branch = await createBranch(database)
const customer = await approvedCustomer(branch, { first_name: `'${PLANTED}'` })
const accountId = await openAccount(branch, customer)
await setTellerTill(branch, true)
backRest('backup', '--type=full')

const cash = await cashAccountOf(branch, branch.tills[0])

/** Posts so many deposits, one after the other. A posting is acknowledged when its promise is kept. */
async function postDeposits(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await post(branch.pool('teller'), 'DEPOSIT', cash, accountId, '1.00')
}

const postings = async (connection: Connection) =>
  (await asked<{ id: string }>(connection, 'SELECT id FROM corex.transactions ORDER BY id')).map(
    ({ id }) => id,
  )

await postDeposits(50)
backRest('backup', '--type=incr')
await postDeposits(50)
const before = await postings(database.admin)
await wait(20)
const [named] = await asked<{ moment: string }>(admin, "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US+00') AS moment") // prettier-ignore
await wait(20)
await postDeposits(50)
// The last segment is archived by a switch; a bank's own server has archive_timeout for that.
await asked(admin, 'SELECT pg_switch_wal()')
await archived()
const all = await postings(database.admin)
await Promise.all([database.superuser.end(), branch.pool('teller').end()])
const died = once(first, 'exit')
first.kill('SIGKILL')
await died

function segmentsWaiting(): number {
  return readdirSync(join(at.data, 'pg_wal/archive_status')).filter((name) => name.endsWith('.ready')).length
}

/** When everything that was switched away is in the repository. */
async function archived(): Promise<void> {
  const limit = performance.now() + READY_LIMIT_MS
  while (segmentsWaiting() > 0) {
    if (performance.now() > limit) throw new Error('The log is not archived')
    await wait(50)
  }
}

const target = [
  `--pg1-path=${at.restored}`,
  '--type=time',
  `--target=${named?.moment}`,
  '--target-action=promote',
]
backRest('restore', ...target)
const second = await startServer(at.restored)
const restored = inDatabase(admin, database.name)
while ((await asked<{ waits: boolean }>(restored, 'SELECT pg_is_in_recovery() AS waits'))[0]?.waits)
  await wait(50)
const there = await postings(restored)
const faults = await asked(restored, 'SELECT * FROM corex.check_books()')
const ended = once(second, 'exit')
second.kill('SIGINT')
await ended

/** The files of the repository in which the planted name can be read. */
function readable(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(PLANTED))
}

const wrong = [
  ...(JSON.stringify(there) === JSON.stringify(before)
    ? []
    : [`${there.length} postings are there, and ${before.length} were acknowledged before ${named?.moment}`]),
  ...(all.length > before.length ? [] : ['nothing was posted after the named second']),
  ...faults.map((fault) => `the books: ${JSON.stringify(fault)}`),
  ...readable(at.repository).map((file) => `${basename(file)} holds a name`),
]
for (const line of wrong) console.error(`WRONG  ${line}`)
if (wrong.length > 0) process.exitCode = 1
else {
  const took = ((performance.now() - cycleSince) / 1000).toFixed(0)
  console.log(
    `holds  PostgreSQL ${version}: ${there.length} of ${all.length} postings at ${named?.moment}, books balance, ${took} s`,
  )
}
process.exit()
