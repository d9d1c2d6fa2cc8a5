import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { parseArgs } from 'node:util'
import { backupJobs } from '../electron/backup/backup-jobs.ts'
import { Backups } from '../electron/backup/backups.ts'
import { isSetUp } from '../electron/backup/due.ts'
import type { Connection } from '../electron/db/connection.ts'
import type { Database } from '../electron/db/database.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { administratorOf, openEmbedded } from '../electron/db/open-embedded.ts'
import { createDb, createPool } from '../electron/db/pool.ts'
import { dropEndedLogins } from '../electron/db/set-up-login.ts'
import { type Scheduler, startScheduler } from '../electron/jobs/scheduler.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { sentenceOf } from './faults.ts'
import { plainBox } from './plain-box.ts'
import { openOptions } from './reach-database.ts'
import { makeLogin } from './serve-login.ts'

const OPTIONS = { port: { type: 'string' }, login: { type: 'boolean' } } as const
/** Beside that of a PostgreSQL of the system. */
const USUAL_PORT = '5433'

/** `corex serve`: the embedded server as a service of this computer, to which the application of each of its users connects. */
export const serve: Command = {
  summary: 'Runs the embedded server as a service, for all who work at this computer',
  usage: [
    `serve --settings <folder> [--port ${USUAL_PORT}]    until it is told to end`,
    'serve --settings <folder> --login          a login that sets a workstation up, for 15 minutes',
  ],
  run: async (args, around) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      strict: false,
      allowPositionals: true,
    })
    const { port = USUAL_PORT, login = false, ...others } = values
    if (positionals.length > 0 || Object.keys(others).length > 0 || !isPort(port)) {
      around.say('There is no such form: corex serve --help')
      return EXIT.usage
    }
    return login === true ? makeLogin(around) : serveAt(Number(port), around)
  },
}

const isPort = (text: string | boolean): boolean =>
  typeof text === 'string' && /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535

/** What looks after the server from its first start to its stop. */
type Attended = { readonly backups: Backups; admin: Connection | null; scheduler: Scheduler | null }

async function serveAt(port: number, around: Surroundings): Promise<ExitCode> {
  const options = openOptions(around.target)
  makeFolder(options.settingsFolder)
  const attended = attendedBy(around)
  const gone = Promise.withResolvers<void>()
  const opened = await openEmbedded({
    ...options,
    workstationName: `${hostname()}-server`,
    entrance: 'loopback',
    port,
    attend: (server) => {
      attended.admin = administratorOf(server)
      return attended.backups.attend(server)
    },
    onGone: gone.resolve,
  })
  if (!opened.ok) {
    around.say(sentenceOf(opened.error))
    answer(around, { ready: false, ...opened.error }, () => [])
    return EXIT.database
  }
  await work(opened.value, attended, around, gone.promise)
  return around.signal.aborted ? EXIT.done : EXIT.failed
}

/** For this user alone; root's server runs as a system user, who has to pass through. */
function makeFolder(folder: string): void {
  if (!existsSync(folder))
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}

function attendedBy({ target: { settingsFolder }, say }: Surroundings): Attended {
  const backups = new Backups({
    settingsFolder,
    dataFolder: dataFolderIn(settingsFolder),
    // The key of a chain is kept beside the data that it opens, which the same user alone can read.
    secretBox: plainBox,
    log: say,
    onFullWanted: () => attended.scheduler?.wake(),
  })
  const attended: Attended = { backups, admin: null, scheduler: null }
  return attended
}

/** Does what is due until it is told to end, or the server is gone for good. Everything is sealed when this resolves. */
async function work(
  database: Database,
  attended: Attended,
  around: Surroundings,
  gone: Promise<void>,
): Promise<void> {
  const db = createDb(createPool(database.connection, null))
  const { backups } = attended
  const outside = async () => {
    if (attended.admin !== null) await dropEndedLogins(attended.admin)
    await backups.follow()
    return backupJobs(backups, db)
  }
  const scheduler = startScheduler({ db, outside, log: around.say })
  attended.scheduler = scheduler
  database.onRegained(scheduler.wake)
  database.onJobs((what) => what === 'due' && scheduler.wake())
  await sayReady(database, backups, around)
  await Promise.race([gone, told(around.signal)])
  await scheduler.stop()
  await db.destroy()
  await database.close()
}

async function sayReady({ connection }: Database, backups: Backups, around: Surroundings): Promise<void> {
  const { host, port } = connection
  const hasBackups = isSetUp(await backups.settings.read())
  answer(around, { ready: true, host, port, backups: hasBackups }, () => [
    `Ready at ${host}:${port}.${hasBackups ? '' : ' No backups are set up.'}`,
  ])
  // Node knows no datagrams of the system. Where nobody asked, and where it fails, nothing depends on it.
  if (process.env['NOTIFY_SOCKET'] !== undefined) execFile('systemd-notify', ['--ready'], () => {})
}

const told = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
