import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs'
import { join } from 'node:path'

/** What a second start sends to the first one. */
export type SecondInstance = { argv: string[]; workingDirectory: string; additionalData: unknown }

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The start time guards against a process number that the system has since given to another process. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20]}`
  } catch {
    return `${pid}`
  }
}

function holderOf(lock: string): string | undefined {
  try {
    const text = readFileSync(lock, 'utf8')
    const pid = Number.parseInt(text, 10)
    return isAlive(pid) && identity(pid) === text ? text : undefined
  } catch {
    return undefined
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, identity(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** One lock per data folder, held by a running process; the lock of a process that has ended is taken over. */
export function singleInstance(userData: () => string, onSecond: (second: SecondInstance) => void) {
  let watcher: FSWatcher | undefined
  const files = () => ({ lock: join(userData(), 'double.lock'), letters: join(userData(), 'double-second') })

  const readLetters = (folder: string) => {
    for (const name of readdirSync(folder).filter((n) => n.endsWith('.json'))) {
      const letter: SecondInstance = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      rmSync(join(folder, name), { force: true })
      onSecond(letter)
    }
  }

  const request = (additionalData: unknown): boolean => {
    if (watcher !== undefined) return true
    const { lock, letters } = files()
    mkdirSync(letters, { recursive: true })
    if (!take(lock)) {
      if (holderOf(lock) !== undefined) {
        const draft = join(letters, `${process.pid}.draft`)
        const letter: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
        writeFileSync(draft, JSON.stringify(letter))
        renameSync(draft, join(letters, `${process.pid}.json`))
        return false
      }
      rmSync(lock, { force: true })
      if (!take(lock)) return false
    }
    watcher = watch(letters, () => readLetters(letters))
    watcher.unref()
    return true
  }

  const release = (): void => {
    if (watcher === undefined) return
    watcher.close()
    watcher = undefined
    rmSync(files().lock, { force: true })
  }

  return { request, release, isHeld: () => watcher !== undefined }
}
