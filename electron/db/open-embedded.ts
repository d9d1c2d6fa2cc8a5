import { setTimeout as pause } from 'node:timers/promises'
import { ok } from '../../shared/result.ts'
import { checkClock } from './check-clock.ts'
import { type Connection, DATABASE_NAME } from './connection.ts'
import { type Attendant, type Database, type OpenOptions, databaseOver } from './database.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/start.ts'
import { attempt, type Attempt } from './fault.ts'
import { inspectServer } from './inspect.ts'
import { noteVisit } from './keep-login.ts'
import { prepareAsAdministrator } from './workstation-login.ts'

/** Starts the embedded server, sets its database up and opens it. A server that ends unexpectedly is started again at its place. */
export async function openEmbedded(options: OpenOptions): Promise<Attempt<Database>> {
  const started = (await options.begun?.()) ?? (await startEmbedded(options))
  if (!started.ok) return started
  const opened = await attempt(() => setUp(started.value, options)).catch(async (bug: unknown) => {
    await started.value.stop()
    throw bug
  })
  const result = opened.ok ? opened.value : opened
  if (!result.ok) await started.value.stop()
  return result
}

async function setUp(server: EmbeddedServer, options: OpenOptions): Promise<Attempt<Database>> {
  const admin = administratorOf(server)
  const workstation = await prepareAsAdministrator(admin, 'embedded', options)
  if (!workstation.ok) return workstation
  const report = await inspectServer(workstation.value, options.migrationsFolder)
  if (!report.ok) return report
  const { serverVersion, identity } = report.value
  const clock = await checkClock(workstation.value, options)
  if (!clock.ok) return clock
  const visited = await attempt(() => noteVisit(workstation.value, options))
  if (!visited.ok) return visited
  const kept = keepAlive(server, options)
  return ok(
    databaseOver(
      'embedded',
      workstation.value,
      { serverVersion, system: identity.system, warnings: [] },
      kept.stop,
    ),
  )
}

/** The superuser's connection to the application's database on an embedded server. */
export const administratorOf = ({
  host,
  port,
  tls,
  superuser,
}: Pick<EmbeddedServer, 'host' | 'port' | 'tls' | 'superuser'>): Connection => ({
  host,
  port,
  ...superuser,
  database: DATABASE_NAME,
  tls,
})

const RESTART_PAUSES_MS = [0, 500, 2_000, 5_000, 10_000]

function keepAlive(first: EmbeddedServer, options: OpenOptions) {
  const state = {
    server: first,
    attendant: undefined as Attendant | undefined,
    stopping: false,
    restarting: Promise.resolve(),
  }
  // The same entrance, because pools and the watch find the server there again by themselves.
  const again = { ...options, choosePort: async () => first.port }
  const restart = async () => {
    for (const ms of RESTART_PAUSES_MS) {
      await pause(ms)
      if (state.stopping) return
      const started = await startEmbedded(again)
      if (started.ok) return watchOver(started.value)
      options.log(`The embedded server did not come back: ${started.error.code}`)
    }
    options.onGone?.()
  }
  const watchOver = (server: EmbeddedServer) => {
    state.server = server
    state.attendant = options.attend?.(server)
    server.onExit(() => {
      options.log('The embedded server ended unexpectedly and is started again')
      state.restarting = restart().catch((bug: unknown) => options.log(`Restart failed: ${String(bug)}`))
    })
  }
  watchOver(first)
  const stop = async () => {
    state.stopping = true
    await state.restarting
    const { server, attendant } = state
    await (attendant === undefined ? server.stop() : attendant.stop(server.stop))
  }
  return { stop }
}
