import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../cli/corex.ts')
const SURROUNDINGS = { PATH: process.env['PATH'], XDG_CONFIG_HOME: '/nonexistent' }

/** The number of a user of the system that a service may run as, where root runs the tests and that user can read the sources; else null. */
export function serviceUser(name: string): number | null {
  if (process.getuid?.() !== 0) return null
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }))
  try {
    execFileSync(process.execPath, [PROGRAM, '--version'], {
      uid,
      gid: uid,
      env: SURROUNDINGS,
      stdio: 'pipe',
    })
    return uid
  } catch {
    return null
  }
}

/** The folder of a service, as systemd makes it. */
export async function serviceFolder(folder: string, uid: number | null): Promise<string> {
  await mkdir(folder, { mode: 0o700 })
  if (uid !== null) await chown(folder, uid, uid)
  return folder
}

export type Serving = {
  readonly pid: number
  /** What it said until it was ready, or until it ended. */
  readonly said: string
  readonly out: string
  /** Sends a signal, and answers the exit code, null where the signal itself ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

/** `corex serve` on a folder, as that user, when it is ready or has ended. */
export async function serveAt(settings: string, port: number, uid: number | null): Promise<Serving> {
  const args = [PROGRAM, 'serve', '--settings', settings, '--port', String(port)]
  const user = uid === null ? {} : { uid, gid: uid }
  const child = spawn(process.execPath, args, {
    env: SURROUNDINGS,
    ...user,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit').then(([code]): number | null => code)
  const words = { out: '', err: '' }
  const ready = Promise.withResolvers<void>()
  child.stdout.on('data', (part) => {
    words.out += String(part)
    if (words.out.includes('\n')) ready.resolve()
  })
  child.stderr.on('data', (part) => (words.err += String(part)))
  await Promise.race([ready.promise, once(child, 'close')])
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    return gone
  }
  return { pid: child.pid ?? 0, out: words.out, said: words.err, end }
}

/** Runs the command line as that user, with what is typed. */
export function corexAs(uid: number | null, args: readonly string[], input = '') {
  const user = uid === null ? {} : { uid, gid: uid }
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: SURROUNDINGS,
    encoding: 'utf8',
    input,
    ...user,
  })
  return { code: status, out: stdout, err: stderr }
}
