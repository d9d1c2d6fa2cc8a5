import { execFile, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { vi } from 'vitest'
import { isInstalled, SYSTEM_PATH } from './programs.ts'

/** Why CUPS cannot be tried on this computer; null where it can. */
export function cupsMissing(): string | null {
  const missing = ['cupsd', 'lpadmin', 'lp', 'gs'].filter((program) => !isInstalled(program))
  if (missing.length > 0) return `needs ${missing.join(', ')}`
  if (!existsSync(BACKEND)) return 'needs cups-pdf'
  return userInfo().uid === 0 ? null : 'needs a user that may run the backend of cups-pdf'
}

const PROGRAMS = '/usr/lib/cups'
const BACKEND = `${PROGRAMS}/backend/cups-pdf`
const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd'

const WAIT = { timeout: 20_000, interval: 50 }

export type CupsServer = {
  readonly env: NodeJS.ProcessEnv
  /** Runs one of CUPS' programs on it. */
  readonly run: (program: string, ...args: readonly string[]) => Promise<string>
  /** What cups-pdf printed under a title, which is taken away. */
  readonly printed: (title: string) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/** A printer whose paper jams: it says so as a driver does (backend(7)), and prints no further until the job is taken back. */
const JAMS = `#!/bin/sh
[ $# -eq 0 ] && exit 0
echo 'STATE: +media-jam-error' >&2
exec sleep 600
`

function linkAll(from: string, to: string, isLinked: (name: string) => boolean): void {
  mkdirSync(to)
  for (const name of readdirSync(from).filter(isLinked)) symlinkSync(join(from, name), join(to, name))
}

/** The programs of CUPS with one more, so that nothing is written into the computer's own. */
function programsIn(folder: string): void {
  linkAll(PROGRAMS, folder, (name) => name !== 'backend')
  linkAll(join(PROGRAMS, 'backend'), join(folder, 'backend'), () => true)
  writeFileSync(join(folder, 'backend', 'jams'), JAMS, { mode: 0o755 })
}

/** A server of CUPS on a port of its own, with a queue `PDF` of A6 that cups-pdf prints, and one `Jam` whose paper jams. */
export async function cupsServer(): Promise<CupsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'corex-cups-'))
  const at = (name: string) => join(folder, name)
  for (const name of ['spool', 'cache', 'state', 'root', 'tmp', 'log']) mkdirSync(at(name))
  programsIn(at('programs'))
  chmodSync(folder, 0o755)
  chmodSync(at('tmp'), 0o1777)
  const port = await freePort()
  writeFileSync(
    at('cupsd.conf'),
    `Listen 127.0.0.1:${String(port)}\nWebInterface No\nBrowsing Off\n<Location />\nOrder allow,deny\nAllow 127.0.0.1\n</Location>
<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n`,
  )
  writeFileSync(
    at('cups-files.conf'),
    `SystemGroup root\nServerBin ${at('programs')}\nRequestRoot ${at('spool')}\nCacheDir ${at('cache')}\nStateDir ${at('state')}\nServerRoot ${at('root')}
TempDir ${at('tmp')}\nAccessLog ${at('log/access')}\nErrorLog ${at('log/error')}\nPageLog ${at('log/page')}\n`,
  )
  const daemon = spawn('cupsd', ['-f', '-c', at('cupsd.conf'), '-s', at('cups-files.conf')], {
    stdio: 'ignore',
    env: { ...process.env, PATH: SYSTEM_PATH },
  })
  const env = { ...process.env, PATH: SYSTEM_PATH, CUPS_SERVER: `127.0.0.1:${String(port)}`, LC_ALL: 'C' }
  const run = async (program: string, ...args: readonly string[]) =>
    (await promisify(execFile)(program, [...args], { env })).stdout
  await vi.waitUntil(async () => (await run('lpstat', '-r').catch(() => '')).includes('is running'), WAIT)
  await run('lpadmin', '-p', 'PDF', '-E', '-v', 'cups-pdf:/', '-P', PPD)
  await run('lpadmin', '-p', 'PDF', '-o', 'media-default=A6', '-o', 'PageSize=A6')
  await run('lpadmin', '-p', 'Jam', '-E', '-v', 'jams:/', '-m', 'raw')
  return {
    env,
    run,
    printed: async (title) => {
      const [path = ''] = await filesOf(title)
      const bytes = await readFile(path)
      await rm(path)
      return new Uint8Array(bytes)
    },
    close: async () => {
      const ended = new Promise((resolve) => daemon.once('exit', resolve))
      daemon.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, '')

/** cups-pdf writes into the home of whoever prints, and changes what is no letter in a title. */
async function filesOf(title: string): Promise<readonly string[]> {
  const folder = join(userInfo().homedir, 'PDF')
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => letters(name).startsWith(letters(title))).map((name) => join(folder, name))
}
