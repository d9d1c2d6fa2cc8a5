import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ok } from '../../../shared/result.ts'
import type { Connection } from '../connection.ts'
import { type Attempt, codeOf, fault } from '../fault.ts'
import { clientFor } from '../proven-client.ts'
import type { Place } from './account.ts'
import { binary, run } from './binaries.ts'
import { clusterIn, isAlive } from './cluster-folder.ts'
import { pinnedCertificate } from './entrance.ts'
import { LOOPBACK } from './port.ts'
import { programIn } from './settings.ts'

/** The supervisor's own connection carries this name for as long as its program runs; a server without it is an orphan. */
export const SUPERVISOR_NAME = 'corex supervisor'

/** How long a start may take, from the server's process to the supervisor's connection. */
export const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 10_000
/** A server writes who started it a moment after its lock file. */
const ANNOUNCED_WITHIN_MS = 2_000
/** A server makes its lock file and writes into it at once: one that is empty for longer was left by a full disk. */
const WRITTEN_WITHIN_MS = 3_000

/**
 * Stops a server that would prevent a start. A server whose program was killed keeps running and holds the folder: it is stopped (fast: open
 * transactions roll back). One that another running program supervises is left alone: EMBEDDED_IN_USE.
 */
export async function stopOrphan(place: Place, password: string): Promise<Attempt<'none' | 'stopped'>> {
  const left = await whoHolds(place.folder)
  if (left === null || !isAlive(left.pid)) return ok('none')
  if (!isPostgres(left.pid)) {
    // After a restart of the machine the number belongs to another program. PostgreSQL cannot tell and would refuse to start.
    setAside(lockFileIn(place.folder), left.pid)
    return ok('none')
  }
  if (await becameSupervised(left, place.folder, password))
    return fault('EMBEDDED_IN_USE', { folder: place.folder, pid: String(left.pid) })
  await stopServer(place, STOP_LIMIT_MS)
  const deadline = Date.now() + STOP_LIMIT_MS
  while (isAlive(left.pid) && Date.now() < deadline) await pause(50)
  if (!isAlive(left.pid)) return ok('stopped')
  return fault('EMBEDDED_IN_USE', { folder: place.folder, pid: String(left.pid) })
}

/** Who wrote the lock file, for which it gets a moment; null where nobody did, and one that stays empty is set aside. */
async function whoHolds(folder: string): Promise<PidFile | null> {
  const file = lockFileIn(folder)
  const deadline = Date.now() + WRITTEN_WITHIN_MS
  while (Date.now() < deadline) {
    const holder = readPidFile(folder)
    if (holder !== null || !existsSync(file)) return holder
    await pause(50)
  }
  setAside(file, 0)
  return null
}

/**
 * Whether a program works with that server. One that has only just started it may not have announced itself yet: as long as it runs, it gets the
 * time that a start may take.
 */
async function becameSupervised(
  { pid, startedAt }: PidFile,
  folder: string,
  password: string,
): Promise<boolean> {
  for (;;) {
    // Anew each time: a server that starts writes how it is reached a moment after who it is.
    const server = readPidFile(folder)
    if (server?.pid !== pid || !isAlive(pid)) return false
    if (await isSupervised(entranceOf(server, folder), password)) return true
    const age = Date.now() - startedAt
    const mayAnnounce = age < ANNOUNCED_WITHIN_MS || (age < START_LIMIT_MS && isProgramAlive(folder))
    if (age < 0 || !mayAnnounce) return false
    await pause(200)
  }
}

/** Whether the program runs that started the server of that folder; this one would know. */
function isProgramAlive(folder: string): boolean {
  const file = join(clusterIn(folder), 'postmaster.opts')
  const program = programIn(textOf(file) ?? '')
  return program !== null && program !== process.pid && isAlive(program)
}

/** Stops the server of that folder cleanly and waits until it has ended. */
export function stopServer(place: Place, limitMs: number) {
  const seconds = String(Math.ceil(limitMs / 1000))
  const args = [
    'stop',
    '--pgdata',
    clusterIn(place.folder),
    '--mode',
    'fast',
    '--timeout',
    seconds,
    '--silent',
  ]
  return run(binary('pg_ctl', place), args, place.account)
}

const lockFileIn = (folder: string) => join(clusterIn(folder), 'postmaster.pid')
const setAside = (file: string, pid: number) => renameSync(file, `${file}.stale-${pid}`)

/** The socket has a lock file of its own, of which the same is true: see above. */
export function setStaleSocketAside(socket: string): void {
  const file = `${socket}.lock`
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isAlive(pid) && !isPostgres(pid)) setAside(file, pid)
}

type PidFile = {
  readonly pid: number
  readonly startedAt: number
  readonly port: number
  readonly socketFolder: string
  readonly ready: boolean
}

/**
 * What the server wrote into its lock file: process, start (ms), port, the folder of its socket (or none), and whether it accepts
 * connections. Null without a file, and as long as it is empty.
 */
export function readPidFile(folder: string): PidFile | null {
  const lines = textOf(lockFileIn(folder))?.split('\n') ?? []
  const pid = Number(lines[0])
  // 0 would be this program's own group of processes, which is always there.
  if (!(pid > 0)) return null
  return {
    pid,
    startedAt: Number(lines[2]) * 1000,
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    ready: lines[7]?.trim() === 'ready',
  }
}

/** A file of a server, which may delete it at any time: null without one. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether the process is a PostgreSQL server, so that a reused process number never stops another program. */
function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'linux') return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
    const [program, args]: [string, string[]] =
      process.platform === 'win32'
        ? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']]
        : ['ps', ['-p', String(pid), '-o', 'comm=']]
    return /postgres/i.test(execFileSync(program, args, { encoding: 'utf8' }))
  } catch {
    // Not readable for this user, or ended meanwhile: either way not a server that this user started.
    return false
  }
}

/** How that server is reached. One of release 0.1 has no certificate: it is asked without, by SCRAM alone. */
export function entranceOf({ port, socketFolder }: { port: number; socketFolder: string }, folder: string) {
  if (socketFolder !== '') return { host: socketFolder, port, tls: 'off' as const }
  const ca = pinnedCertificate(folder)
  return { host: LOOPBACK, port, tls: ca === null ? ('off' as const) : { ca } }
}

async function isSupervised(entrance: Pick<Connection, 'host' | 'port' | 'tls'>, password: string) {
  const admin = { ...entrance, user: 'postgres', password, database: 'postgres' }
  const client = clientFor(admin, { connectionTimeoutMillis: 3000, query_timeout: 3000 })
  try {
    await client.connect()
    const found = await client.query('SELECT FROM pg_stat_activity WHERE application_name = $1', [
      SUPERVISOR_NAME,
    ])
    return found.rowCount !== 0
  } catch {
    // It does not answer (starting, stopping, or hung), so no program is using it.
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
