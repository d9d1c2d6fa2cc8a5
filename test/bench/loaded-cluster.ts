import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { type Connection, DATABASE_NAME } from '../../electron/db/connection.ts'
import { startEmbedded } from '../../electron/db/embedded/start.ts'
import { enrolWorkstation } from '../../electron/db/enrol.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { createPool } from '../../electron/db/pool.ts'
import { provision } from '../../electron/db/provision.ts'
import { type DemoReport, loadDemo } from '../../tools/demo/load.ts'
import { showProgress } from '../../tools/demo/progress.ts'
import { signInByPassword } from '../support/users.ts'
import { BULK_SETTINGS, copiesOf, multiply } from './multiply.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** Beside the data of a cluster that is kept: who may sign in to it. */
const LOADED = 'loaded.json'

/** A cluster for one run with the server's real, durable settings, the demonstration's data and one enrolled workstation. */
export type LoadedCluster = {
  readonly admin: Connection
  readonly workstation: Connection
  readonly report: DemoReport
  readonly loadSeconds: number
  /** The process of the server. */
  readonly server: number
  readonly close: () => Promise<void>
}

export async function openLoadedCluster(
  customers: number,
  kept: string | null,
  settings: Readonly<Record<string, string>> = {},
): Promise<LoadedCluster> {
  if (kept !== null && existsSync(join(kept, LOADED))) return reopen(kept, settings)
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'corex-bench-')))
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711) // root's server runs as a system user, which has to pass through
  const copies = copiesOf(customers)
  const started = await startEmbedded({
    dataFolder: join(folder, 'data'),
    log: console.log,
    settings: { ...(copies > 1 ? BULK_SETTINGS : {}), ...settings },
  })
  if (!started.ok) throw new Error(`The server did not start: ${JSON.stringify(started.error)}`)
  const close = async () => {
    await started.value.stop()
    if (kept === null) await rm(folder, { recursive: true })
  }
  try {
    const admin = administratorOf(started.value)
    await prepare(admin)
    const since = performance.now()
    const first = Math.ceil(customers / copies)
    // A million customers are to have five million entries, two of each posting.
    const size = { customers: first, postings: first * (copies > 1 ? 2.5 : 5), seed: 1 }
    const report = await loadDemo(admin, size, showProgress(process.stdout), new AbortController().signal)
    if (copies > 1) await multiply(admin, copies, customers * 2)
    const loadSeconds = (performance.now() - since) / 1000
    const login = await enrolWorkstation(admin, 'bench')
    if (kept !== null)
      await writeFile(join(folder, LOADED), JSON.stringify({ login, report }), { mode: 0o600 })
    return {
      admin,
      workstation: { ...admin, ...login },
      report,
      loadSeconds,
      server: started.value.pid,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Loaded = { readonly login: { user: string; password: string }; readonly report: DemoReport }

/** One that an earlier run has filled and kept, brought to this code. */
async function reopen(folder: string, settings: Readonly<Record<string, string>>): Promise<LoadedCluster> {
  const { login, report } = JSON.parse(await readFile(join(folder, LOADED), 'utf8')) as Loaded
  const started = await startEmbedded({ dataFolder: join(folder, 'data'), log: console.log, settings })
  if (!started.ok) throw new Error(`The server did not start: ${JSON.stringify(started.error)}`)
  const close = () => started.value.stop()
  try {
    const admin = administratorOf(started.value)
    await prepare(admin)
    return {
      admin,
      workstation: { ...admin, ...login },
      report,
      loadSeconds: 0,
      server: started.value.pid,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Provisions and migrates the database that a connection names. */
export async function prepare(admin: Connection): Promise<void> {
  await provision(admin, admin.database, MIGRATIONS)
  const migrated = await migrate(admin, MIGRATIONS)
  if (!migrated.ok) throw new Error(`Not migrated: ${JSON.stringify(migrated.error)}`)
}

/** A pool of the first person of that role, signed in by password through the workstation's login. */
export async function signIn({ workstation, report }: LoadedCluster, role: string): Promise<Pool> {
  const person = report.staff.find((each) => each.role === role)
  const front = createPool(workstation, null)
  try {
    const [session] = await signInByPassword(front, person?.username, person?.password)
    return createPool(workstation, session?.session_token ?? null)
  } finally {
    await front.end()
  }
}

/** Median time of cloning an empty migrated database, as every test file does, in milliseconds. */
export async function timeClones(admin: Connection): Promise<number> {
  await prepare(inDatabase(admin, `${DATABASE_NAME}-template`))
  const times: number[] = []
  await withClient(inDatabase(admin, 'postgres'), async (client) => {
    for (let i = 0; i < 5; i++) {
      await client.query(`DROP DATABASE IF EXISTS clone_${i}`) // of an earlier run, in a cluster that is kept
      const since = performance.now()
      await client.query(`CREATE DATABASE clone_${i} TEMPLATE "${DATABASE_NAME}-template" STRATEGY wal_log`)
      times.push(performance.now() - since)
    }
  })
  return percentile(times, 50)
}

/** The smallest of the values below which at least so many percent lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}
