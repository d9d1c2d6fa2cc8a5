import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { BackupEnded } from '../backup/backup-fault.ts'
import { type Checked, checkRestored } from '../backup/check-restored.ts'
import type { Identity } from '../backup/keys.ts'
import { stampOf } from '../backup/layout.ts'
import { requireStopped } from '../backup/restore.ts'
import { finishTask } from '../backup/run-task.ts'
import { readWhole } from '../backup/sealed-file.ts'
import type { OnStep } from '../backup/steps.ts'
import { withClient } from '../db/admin.ts'
import { codeHash } from '../db/code.ts'
import type { Connection } from '../db/connection.ts'
import { placeFor, type Place, type Programs } from '../db/embedded/account.ts'
import { startEmbedded } from '../db/embedded/start.ts'
import { migrate } from '../db/migrate.ts'
import { hashInMarker, readMigrations } from '../db/migration-files.ts'
import { administratorOf } from '../db/open-embedded.ts'
import { provision } from '../db/provision.ts'
import { renameFlushed } from '../write-whole.ts'
import { CODE_FILE, type Export, jsonOf, LOGINS_FILE } from './layout.ts'

export type LoadPlan = {
  readonly from: Export
  readonly identities: readonly Identity[]
  readonly migrationsFolder: string
  /** The user of the operating system. */
  readonly operator: string
  readonly log: (line: string) => void
  readonly programs?: Programs
}

export type Loaded = {
  /** The moment of the database that the export holds, ISO 8601. */
  readonly exportedAt: string
  readonly checked: Checked
  readonly rows: number
  readonly tables: number
  readonly serverVersion: string
  /** Where the data is that was in the folder before; null where it was empty. */
  readonly setAside: string | null
}

/**
 * Makes a new cluster of an export at the place of a data folder. What is there is set aside, unchanged, and only when all is loaded, compared and
 * checked; where anything fails it stays as it is.
 */
export async function loadAt(
  dataFolder: string,
  plan: LoadPlan,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Loaded> {
  const place = placeFor(dataFolder, plan.log)
  const draft = { ...place, folder: `${place.folder}.loading` }
  await requireStopped(place)
  await requireStopped(draft)
  rmSync(draft.folder, { recursive: true, force: true }) // what a load left that was killed
  await requireSpace(place.folder, plan.from)
  await requireFiles(plan.from)
  try {
    const loaded = await loadInto(draft, plan, onStep, signal)
    signal.throwIfAborted()
    return { ...loaded, exportedAt: plan.from.at, setAside: await changePlaces(draft.folder, place.folder) }
  } catch (error) {
    rmSync(draft.folder, { recursive: true, force: true })
    signal.throwIfAborted()
    throw error
  }
}

/** What initdb and the log of one start take beside the rows and their indexes, which are packed closer than before. */
const BESIDE_BYTES = 400 * 1024 * 1024

async function requireSpace(folder: string, { size }: Export): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(folder))
  if (bavail * bsize < size + BESIDE_BYTES) throw new BackupEnded('DISK_FULL', { folder: dirname(folder) })
}

/** A file that is cut off is known before anything is begun; what is changed within one ends its reading. */
async function requireFiles({ folder, tables, code, logins }: Export): Promise<void> {
  const files = [
    { file: CODE_FILE, written: code },
    { file: LOGINS_FILE, written: logins },
    ...tables.map(({ file, written }) => ({ file, written })),
  ]
  for (const { file, written } of files) {
    const path = join(folder, file)
    if (!existsSync(path)) throw new BackupEnded('FILE_MISSING', { file: path })
    if ((await stat(path)).size < written.bytes) throw new BackupEnded('FILE_TRUNCATED', { file: path })
  }
}

/** Nobody works on it and a crash begins it anew: the log of what is loaded is not needed. */
const WHILE_LOADING = { wal_level: 'minimal', max_wal_senders: '0', summarize_wal: 'off', autovacuum: 'off' }

async function loadInto(draft: Place, plan: LoadPlan, onStep: OnStep, signal: AbortSignal) {
  const { from, identities, migrationsFolder, log, programs } = plan
  const release = await releaseOf(plan)
  onStep('READ', 0, 1)
  const started = await startEmbedded({
    dataFolder: draft.folder,
    log,
    signal,
    settings: WHILE_LOADING,
    ...(programs === undefined ? {} : { programs }),
  }).finally(() => signal.throwIfAborted())
  if (!started.ok)
    throw new BackupEnded('RECOVERY_FAILED', { code: started.error.code, ...started.error.details })
  const server = started.value
  try {
    const admin = administratorOf(server)
    await provision(admin, admin.database, migrationsFolder)
    await bring(admin, release)
    const task = { kind: 'load', order: { admin, from, identities } } as const
    await finishTask(task, { onBytes: (done, of) => onStep('READ', done, of) }, signal)
    const checked = await checkLoaded(admin, onStep)
    signal.throwIfAborted()
    await bring(admin, migrationsFolder)
    const serverVersion = await noteLoad(admin, plan)
    const rows = from.tables.reduce((sum, table) => sum + table.rows, 0)
    return { checked, rows, tables: from.tables.length, serverVersion }
  } finally {
    await server.stop()
    await rm(release, { recursive: true, force: true })
  }
}

async function bring(admin: Connection, folder: string): Promise<void> {
  const migrated = await migrate(admin, folder)
  if (!migrated.ok) throw new BackupEnded('RECOVERY_FAILED', { code: migrated.error.code })
}

const codeShape = z.array(
  z.object({ path: z.string().regex(/^([a-z]+\/)?[a-z0-9-]+\.sql$/), text: z.string() }),
)

/**
 * The schema of the release that wrote the export, as a folder of migrations: each by this program's own file, and the code that the export
 * brings along, if it is what that release's marker says. Nothing else of an export is ever run. EXPORT_OF_OTHER_RELEASE, FILE_CORRUPTED.
 */
async function releaseOf({ from, identities, migrationsFolder }: LoadPlan): Promise<string> {
  const own = new Map((await readMigrations(migrationsFolder)).map((file) => [file.name, file]))
  for (const { name, hash } of from.migrations)
    if (!own.has(name) || (hash !== null && own.get(name)?.hash !== hash))
      throw new BackupEnded('EXPORT_OF_OTHER_RELEASE', { found: name })
  const file = join(from.folder, CODE_FILE)
  const read = codeShape.safeParse(jsonOf((await readWhole(file, from.code, identities)).toString()))
  if (!read.success) throw new BackupEnded('FILE_CORRUPTED', { file })
  const code = read.data
  if (codeHash(code) !== hashInMarker(own.get(from.schema)?.text ?? ''))
    throw new BackupEnded('EXPORT_OF_OTHER_RELEASE', { found: from.schema })
  const folder = await mkdtemp(join(tmpdir(), 'corex-release-'))
  for (const { name } of from.migrations)
    await copyFile(join(migrationsFolder, `${name}.sql`), join(folder, `${name}.sql`))
  for (const { path, text } of code) {
    await mkdir(dirname(join(folder, 'code', path)), { recursive: true })
    await writeFile(join(folder, 'code', path), text)
  }
  return folder
}

/** Every page, index, book and line of the audit log, and every sealed piece against its rows. */
async function checkLoaded(admin: Connection, onStep: OnStep): Promise<Checked> {
  const checked = await checkRestored(admin, (done, of) => onStep('CHECK', done, of))
  const seals = await withClient(admin, async (client) => {
    await client.query(`SET search_path = corex, ext; SET timezone = 'UTC'`)
    const { rows } = await client.query<{ piece: string }>(SEALS)
    return rows.map(({ piece }) => piece)
  })
  const faults = [...checked.faults, ...seals]
  if (faults.length > 0) throw new BackupEnded('CHECKS_FAILED', { found: faults.slice(0, 5).join('; ') })
  return checked
}

const SEALS = `
  SELECT concat_ws(' ', 'sealed', p.kind, p.day) AS piece FROM archive_pieces p CROSS JOIN LATERAL piece_now(p) AS found
  WHERE p.hash <> found.hash AND (p.kind <> 'AUDIT' OR audit_month_place(p.period) IS NOT NULL) LIMIT 5`

/** Says in the books from which server to which they were moved; answers the version of the new one. */
const noteLoad = (admin: Connection, { from, operator }: LoadPlan): Promise<string> =>
  withClient(admin, async (client) => {
    await client.query('SET search_path = corex, ext')
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    )
    const version = rows[0]?.version.split(' ')[0] ?? ''
    await client.query('SELECT record_move($1, $2, $3, $4)', [from.at, from.serverVersion, version, operator])
    return version
  })

/** Gives the draft its name. Where that fails what was there has its own again. */
async function changePlaces(draft: string, folder: string): Promise<string | null> {
  const isThere = existsSync(folder) && readdirSync(folder).length > 0
  const setAside = isThere ? `${folder}.before-load-${stampOf(new Date())}` : null
  if (setAside !== null) renameSync(folder, setAside)
  else rmSync(folder, { recursive: true, force: true })
  try {
    await renameFlushed(draft, folder)
  } catch (error) {
    if (setAside !== null && !existsSync(folder)) renameSync(setAside, folder)
    throw error
  }
  return setAside
}
