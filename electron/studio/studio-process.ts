import { answer, operations, type StudioRequest } from './messages.ts'

/** The process in which the studio works, however it is started. */
export type StudioProcess = {
  readonly send: (message: StudioRequest) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export type AskOptions = {
  readonly onProgress?: (done: number, of: number) => void
  /** Cancelling ends the process in the middle of its work; the next request starts another one. */
  readonly signal?: AbortSignal
}

/** Why nothing came of a request: it was cancelled, took too long, or the process ended over it, as it does above its memory. */
export type StudioFailure = 'cancelled' | 'timeout' | 'ended'
export type Asked<T> =
  { readonly ok: true; readonly output: T } | { readonly ok: false; readonly because: StudioFailure }

/** One process and the request that it works on. */
export type Running = {
  readonly ask: (message: StudioRequest, options: AskOptions) => Promise<Asked<unknown>>
  readonly kill: () => void
  readonly hasEnded: () => boolean
}

type Listener = { readonly onMessage: (message: unknown) => void; readonly onExit: () => void }

/** Begins to use a process that has just been started. A fault of the studio's own throws, as a bug does. */
export function useProcess(process: StudioProcess): Running {
  let listener: Listener | null = null
  let ended = false
  const noteEnd = () => {
    ended = true
    listener?.onExit()
  }
  process.onMessage((message) => listener?.onMessage(message))
  process.onExit(noteEnd)
  const kill = () => {
    ended = true
    process.kill()
  }

  const ask = (message: StudioRequest, { onProgress, signal }: AskOptions) => {
    const { promise, resolve, reject } = Promise.withResolvers<Asked<unknown>>()
    const end = (because: StudioFailure) => {
      resolve({ ok: false, because })
      kill()
    }
    const timer = setTimeout(() => end('timeout'), operations[message.operation].seconds * 1000)
    const cancel = () => end('cancelled')
    signal?.addEventListener('abort', cancel)
    const hear = (said: unknown) => {
      const { success, data } = answer.safeParse(said)
      if (!success || data.id !== message.id) return
      if ('done' in data) onProgress?.(data.done, data.of)
      else if ('fault' in data) reject(new Error(`The studio failed: ${data.fault}`))
      else resolve({ ok: true, output: data.output })
    }
    listener = { onMessage: hear, onExit: () => resolve({ ok: false, because: 'ended' }) }
    process.send(message)
    return promise.finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      listener = null
    })
  }
  return { ask, kill, hasEnded: () => ended }
}
