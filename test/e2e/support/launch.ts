import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mayBeSandboxed } from '../../double/sandbox.ts'
import { newFolder } from './folders.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const EXIT_LIMIT_MS = 15_000
/** A first start makes a database, which takes longer than Playwright's 30 s on a busy machine. */
const WAIT_LIMIT_MS = 90_000

/** What Chromium writes when the window's policy refuses something. */
const REFUSED_BY_POLICY = /Content Security Policy|Trusted(HTML|ScriptURL|Script|Types?)/

export type Teller = {
  app: ElectronApplication
  page: Page
  /** The data folder; give it to the next launch to start again on the same data. */
  userData: string
  /** Quits as a person would, and ends all remaining processes; removes the data folder if the launch made it. */
  close: () => Promise<void>
  /** Ends the main process on the spot and leaves everything as it was, the database server included. */
  kill: () => Promise<void>
}

let announced = false
let sandboxSaid = false

function say(line: string): void {
  if (!announced) console.log(line)
  announced = true
}

/** Playwright asks the `electron` package for the executable; without a binary that has to be the double. */
function chooseElectron(): void {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) return
  const pathFile = join(root, 'node_modules/electron/path.txt')
  const binary = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined
  if (binary !== undefined && existsSync(join(root, 'node_modules/electron/dist', binary))) {
    say("The window runs in Electron's own binary.")
    return
  }
  say("Electron's binary is not here: the window runs in the double (see test/double/README.md).")
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/double/bin')
}

/** Whether the process that draws the page has given up its rights: Linux says so of each process, by its filter of system calls. */
function saySandbox(folder: string): void {
  const drawing = processesUsing(folder).find((pid) =>
    readText(`/proc/${pid}/cmdline`).includes('--type=renderer'),
  )
  if (sandboxSaid || drawing === undefined) return
  sandboxSaid = true
  const isOn = /^Seccomp:\s*2$/m.test(readText(`/proc/${drawing}/status`))
  const why = mayBeSandboxed()
    ? ''
    : ', because root runs this where user namespaces do not work: run it as a normal user'
  console.log(isOn ? "Chromium's sandbox is on." : `Chromium's sandbox is OFF${why}.`)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it has ended meanwhile
  }
}

function processesUsing(folder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid && usesFolder(pid, folder))
}

/** The server's own processes name the folder only as their working directory. */
function usesFolder(pid: number, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return true
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's fast shutdown, and an end for everything else; SIGKILL only for what ignores it. */
async function endLeftovers(folder: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const limit = Date.now() + EXIT_LIMIT_MS
    for (const pid of processesUsing(folder)) signalQuietly(pid, signal)
    while (processesUsing(folder).length > 0 && Date.now() < limit) await wait(50)
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself meanwhile.
  }
}

function environment(added: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return { ...Object.fromEntries(inherited), ...added }
}

/** What the window's policy refused since; a journey in which nobody attacks has none, on whatever screens it was. */
function policyReports(app: ElectronApplication): readonly string[] {
  const reports: string[] = []
  const watch = (page: Page) =>
    page.on('console', (line) => {
      if (REFUSED_BY_POLICY.test(line.text())) reports.push(line.text())
    })
  for (const page of app.windows()) watch(page)
  app.on('window', watch)
  return reports
}

type Options = {
  userData?: string
  from?: string | null
  env?: Record<string, string>
  args?: string[]
  /** The journey tries what the window's policy refuses. */
  hostile?: boolean
}

/** Starts the built application in a real window, on a data folder of its own, which begins empty or as a copy of `from`, unless one is given. */
export async function launchTeller(options: Options = {}): Promise<Teller> {
  chooseElectron()
  const userData = options.userData ?? newFolder(options.from ?? null)
  const app = await _electron.launch({
    cwd: root,
    args: ['.', `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: environment(options.env ?? {}),
    acceptDownloads: true,
  })
  const reports = policyReports(app)
  const exited = new Promise((resolve) => app.process().once('exit', resolve))
  const page = await app.firstWindow()
  page.setDefaultTimeout(WAIT_LIMIT_MS)
  await page.waitForURL((url) => url.protocol !== 'about:')
  saySandbox(userData)
  const close = async () => {
    await app.close()
    await endLeftovers(userData)
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true })
    if (options.hostile !== true && reports.length > 0) throw new Error(`Refused: ${reports.join(' ')}`)
  }
  const kill = async () => {
    app.process().kill('SIGKILL')
    await exited
  }
  return { app, page, userData, close, kill }
}
