import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { ok } from '../../../shared/result.ts'
import type { Connection } from '../connection.ts'
import { attempt, type Attempt, fault } from '../fault.ts'
import { clientFor } from '../proven-client.ts'
import { placeFor, type Place, type Programs } from './account.ts'
import { binary, spawnOptions } from './binaries.ts'
import { clusterIn, prepareFolder } from './cluster-folder.ts'
import { type Entrance, type EntranceOptions, entranceFor } from './entrance.ts'
import {
  SUPERVISOR_NAME,
  START_LIMIT_MS,
  readPidFile,
  setStaleSocketAside,
  stopOrphan,
  stopServer,
} from './orphan.ts'
import { isPortBusy } from './port.ts'
import { serverArguments } from './settings.ts'
import { socketIn } from './socket-folder.ts'

export type EmbeddedServer = Pick<Connection, 'host' | 'port' | 'tls'> & {
  readonly superuser: { readonly user: string; readonly password: string }
  readonly pid: number
  /** Where the data really is: root's may be kept elsewhere than asked for. */
  readonly folder: string
  /** Ends the server cleanly; resolves when its process is gone. */
  readonly stop: () => Promise<void>
  /** Calls back once when the server ends without being stopped. */
  readonly onExit: (listener: () => void) => void
}

export type EmbeddedOptions = EntranceOptions & {
  /** Holds the cluster and the superuser's password; made on first use. */
  readonly dataFolder: string
  readonly log: (line: string) => void
  /** Others than those that this application brings along: to prove that another version can be loaded. */
  readonly programs?: Programs
  /** A step of the start is done. */
  readonly step?: (name: string) => void
  /** Server settings that replace the usual ones. */
  readonly settings?: Readonly<Record<string, string>>
  /** How long a start may take where it replays a log. */
  readonly limitMs?: number
  /** Ends the start. */
  readonly signal?: AbortSignal
}

const STOP_LIMIT_MS = 30_000
const PORT_ATTEMPTS = 5
const RELEASE_LIMIT_MS = 10_000

/**
 * Starts the embedded server of a folder, initialising it on first use and first stopping a server that a killed program left running.
 * Faults: EMBEDDED_DAMAGED, EMBEDDED_NEWER, EMBEDDED_OLDER, EMBEDDED_IN_USE, DISK_FULL, NO_PERMISSION,
 * EMBEDDED_START_FAILED (details.output is the server's last output). Nothing in the folder is ever deleted.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Attempt<EmbeddedServer>> {
  const place = { ...placeFor(options.dataFolder, options.log), ...withPrograms(options) }
  const password = await prepareFolder(place)
  if (!password.ok) return password
  options.step?.('cluster there')
  const orphan = await stopOrphan(place, password.value)
  if (!orphan.ok) return orphan
  if (orphan.value === 'stopped') options.log('A server left behind by a killed program was stopped')
  const launched = await launchWhereFree(place, options)
  if (!launched.ok) return launched
  options.step?.('server running')
  return supervise(place, password.value, launched.value)
}

const withPrograms = ({ programs }: EmbeddedOptions) => (programs === undefined ? {} : { programs })

const portTaken = ({ folder }: Place, port: number) =>
  fault('EMBEDDED_START_FAILED', { folder, port: String(port), reason: 'PORT_TAKEN' })

type Launched = { readonly child: ChildProcess; readonly entrance: Entrance; readonly ended: Promise<void> }

async function launchWhereFree(place: Place, options: EmbeddedOptions): Promise<Attempt<Launched>> {
  const deadline = Date.now() + RELEASE_LIMIT_MS
  let busyPorts = 0
  for (;;) {
    const entrance = await entranceFor(place, options)
    const { port, tls } = entrance
    if (options.port !== undefined && (await isPortBusy(port))) return portTaken(place, port)
    const launched = await launch(place, entrance, options)
    if (launched.ok) return launched
    const { code, details } = launched.error
    if (code === 'EMBEDDED_IN_USE' && Date.now() < deadline) {
      // The last processes of a stopped server may still hold its shared memory for a moment.
      await pause(200)
    } else if (tls !== 'off' && (await isPortBusy(port)) && ++busyPorts < PORT_ATTEMPTS) {
      options.log(`Port ${port} is busy; trying another`)
    } else return fault(code, { ...details, folder: place.folder, port: String(port) })
  }
}

async function launch(
  place: Place,
  entrance: Entrance,
  options: EmbeddedOptions,
): Promise<Attempt<Launched>> {
  if (entrance.tls === 'off') setStaleSocketAside(socketIn(entrance.host))
  const args = serverArguments(clusterIn(place.folder), entrance, options.settings ?? {})
  const child = spawn(binary('postgres', place), args, {
    ...spawnOptions(place.account),
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: a Ctrl+C meant for us must not end it before its connections are closed.
    detached: process.platform !== 'win32',
  })
  let words = ''
  let failure: Error | null = null
  child.stderr?.on('data', (chunk) => (words = (words + String(chunk)).slice(-4000)))
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      failure = error
      resolve()
    })
  })
  const ready = await becameReady(place.folder, child, ended, options)
  if (ready) return ok({ child, entrance, ended })
  if (failure !== null) throw new Error('The server program cannot be started', { cause: failure })
  return startFault(words + lastLog(place.folder, child.pid))
}

/** What that process and its children logged: once its log collector runs, the server no longer writes to our pipe. */
function lastLog(folder: string, pid: number | undefined): string {
  const logs = join(clusterIn(folder), 'log')
  if (!existsSync(logs)) return ''
  const files = readdirSync(logs).map((name) => join(logs, name))
  const newest = files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  const text = newest === undefined ? '' : readFileSync(newest, 'utf8')
  const start = text.lastIndexOf(`[${pid}] 00000 @ LOG:  starting`)
  return start === -1 ? '' : text.slice(start)
}

/** Waits until the lock file says ready; false when the process ended before, or did not get there in time. */
async function becameReady(
  folder: string,
  child: ChildProcess,
  ended: Promise<void>,
  { limitMs = START_LIMIT_MS, signal }: EmbeddedOptions,
): Promise<boolean> {
  const state = { over: false }
  const end = ended.then(() => (state.over = true))
  const deadline = Date.now() + limitMs
  const isWanted = () => !state.over && Date.now() < deadline && signal?.aborted !== true
  while (isWanted()) {
    const file = readPidFile(folder)
    if (file !== null && file.pid === child.pid && file.ready) return true
    await Promise.race([end, pause(20)])
  }
  if (!state.over) child.kill('SIGQUIT')
  await end
  return false
}

/** Internal error, corrupted data or index, missing file, other control file: at start-up, each means damage. */
const DAMAGE = ['XX000', 'XX001', 'XX002', '58P01', '55000']

/** Reads the SQLSTATE that our log prefix puts into each line, never the wording. */
function startFault(words: string): Attempt<never> {
  const states = new Set(Array.from(words.matchAll(/\] ([0-9A-Z]{5}) /g), (match) => match[1]))
  const details = { output: words.slice(-600) }
  if (states.has('F0001')) return fault('EMBEDDED_IN_USE', details)
  if (states.has('53100')) return fault('DISK_FULL', details)
  if (states.has('42501')) return fault('NO_PERMISSION', details)
  if (DAMAGE.some((code) => states.has(code)))
    return fault('EMBEDDED_DAMAGED', { ...details, reason: 'start refused' })
  return fault('EMBEDDED_START_FAILED', details)
}

async function supervise(
  place: Place,
  password: string,
  launched: Launched,
): Promise<Attempt<EmbeddedServer>> {
  const { child, entrance, ended } = launched
  const superuser = { user: 'postgres', password }
  const listeners = new Set<() => void>()
  const state = { stopping: false, lost: false }
  child.once('exit', () => {
    state.lost = !state.stopping
    if (state.lost) for (const listener of listeners) listener()
  })
  const end = async () => {
    state.stopping = true
    if (child.exitCode === null && child.signalCode === null) await stopServer(place, STOP_LIMIT_MS)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGQUIT')
    await ended
  }
  const presence = await attempt(() => announce(entrance, superuser))
  if (!presence.ok) {
    await end()
    const { code } = presence.error
    if (code !== 'AUTHENTICATION_FAILED') return fault('EMBEDDED_START_FAILED', presence.error.details)
    return fault('EMBEDDED_DAMAGED', { folder: place.folder, reason: 'superuser.secret does not fit' })
  }
  const stop = async () => {
    state.stopping = true
    await presence.value.end().catch(() => {})
    await end()
  }
  const onExit = (listener: () => void) => (state.lost ? listener() : void listeners.add(listener))
  const { host, port, tls } = entrance
  return ok({ host, port, tls, superuser, pid: child.pid ?? 0, folder: place.folder, stop, onExit })
}

/** Keeps one connection open that shows other programs that this server is supervised. It closes when this process ends, for whatever reason. */
async function announce(entrance: Entrance, superuser: EmbeddedServer['superuser']): Promise<Client> {
  const admin = { ...entrance, ...superuser, database: 'postgres' }
  const client = clientFor(admin, { application_name: SUPERVISOR_NAME })
  await client.connect()
  return client
}
