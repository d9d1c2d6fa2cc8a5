import { setImmediate as others } from 'node:timers/promises'

/** How far a piece of work is. */
export type OnProgress = (done: number, of: number) => void

/** What a large work is given: where it says how far it is, and what ends it. */
export type Around = { readonly onProgress: OnProgress; readonly signal: AbortSignal }

/** Of a work that nobody watches. */
export const UNWATCHED: Around = { onProgress: () => {}, signal: new AbortController().signal }

/** Says how far it is; then everything else in the process has its turn, and whoever waits may end it. */
export async function takeTurns({ onProgress, signal }: Around, done: number, of: number): Promise<void> {
  onProgress(done, of)
  await others()
  signal.throwIfAborted()
}

/** The answer, or the signal's reason as soon as it comes: for a reading that goes on unseen and leaves nothing. */
export function unlessEnded<T>(signal: AbortSignal, reading: Promise<T>): Promise<T> {
  const ended = Promise.withResolvers<never>()
  const end = () => ended.reject(signal.reason)
  signal.throwIfAborted()
  signal.addEventListener('abort', end, { once: true })
  return Promise.race([reading, ended.promise]).finally(() => signal.removeEventListener('abort', end))
}
