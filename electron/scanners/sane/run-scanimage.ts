import { spawn } from 'node:child_process'
import { codeOf } from '../code-of.ts'

export type Scanimage = {
  /** Its exit status, which is SANE's own (sane.h, SANE_Status), or null when it was ended. */
  readonly status: number | null
  readonly said: Buffer
  /** More came than is read. */
  readonly isTooMuch: boolean
  /** It was ended because nothing came for too long. */
  readonly isSilent: boolean
}

type Options = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** More bytes than this are not read. */
  readonly most: number
  /** It is ended when nothing comes for so many milliseconds: a driver waits for ever for a scanner that was switched off. */
  readonly silence: number
  /** Told of each part of what it says as it comes. */
  readonly onSaid?: (part: Buffer) => void
}

/** It is asked to end, so that the scanner is let go of, and ended when it does not within so many milliseconds. */
const GRACE = 3_000

/** Runs `scanimage` with a list of arguments, never through a shell; null where it is not installed. */
export function runScanimage(args: readonly string[], options: Options): Promise<Scanimage | null> {
  const { env, signal, most, silence, onSaid } = options
  if (signal.aborted)
    return Promise.resolve({ status: null, said: Buffer.alloc(0), isTooMuch: false, isSilent: false })
  const child = spawn('scanimage', args, {
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const parts: Buffer[] = []
  let size = 0
  let timer: NodeJS.Timeout | undefined
  let isSilent = false
  const kill = () => {
    child.kill('SIGKILL')
    // What a driver started may hold the pipe open for ever.
    child.stdout.destroy()
  }
  const end = () => {
    child.kill('SIGTERM')
    timer ??= setTimeout(kill, GRACE)
  }
  const waiting = setTimeout(() => {
    isSilent = true
    end()
  }, silence)
  signal.addEventListener('abort', end, { once: true })
  child.stdout.on('data', (part: Buffer) => {
    waiting.refresh()
    size += part.byteLength
    if (size > most) return end()
    parts.push(part)
    onSaid?.(part)
  })
  return new Promise<Scanimage | null>((resolve, reject) => {
    child.on('error', (error) => (codeOf(error) === 'ENOENT' ? resolve(null) : reject(error)))
    child.on('close', (status) =>
      resolve({ status, said: Buffer.concat(parts), isTooMuch: size > most, isSilent }),
    )
  }).finally(() => {
    clearTimeout(waiting)
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  })
}
