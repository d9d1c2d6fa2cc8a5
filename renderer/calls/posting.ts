import { isDefiniteRefusal, stateAfter, type Answer, type PostingState } from './posting-state.ts'

export type Posting<P, T> = {
  readonly state: () => PostingState<T>
  readonly subscribe: (listener: () => void) => () => void
  /** Sends the payload. Nothing happens while one is on its way, its outcome is unknown, or it is posted: first `reset`. */
  readonly post: (payload: P) => Promise<void>
  /** Asks for the unknown outcome with the same key and payload; otherwise nothing happens. */
  readonly resend: () => Promise<void>
  /** Begins the next intent. Refused (false) while an outcome is unknown: forgetting the key could post twice. */
  readonly reset: () => boolean
}

/**
 * What was sent last. `isRefused`: nothing was posted for certain, so a changed payload may have a key of its own. `isSpent`: nothing is ever
 * posted by its key again, so even the same payload needs another.
 */
type Attempt<P> = {
  readonly payload: P
  readonly text: string
  readonly isRefused: boolean
  readonly isSpent: boolean
}

const IDLE = { phase: 'idle', failure: null, result: null } as const

/**
 * Keeps ONE idempotency key per intent: through double clicks, failures and a server that comes and goes. A new key is
 * made only by `reset`, when the payload changed after a definite refusal, or when the key is spent. `onShown` is called once an answer is
 * shown; `failed`: the program did, which may have been after the posting.
 */
export function createPosting<P, T>(
  newKey: () => string,
  send: (key: string, payload: P) => Promise<Answer<T>>,
  onShown: (key: string, as: 'posted' | 'refused' | 'failed') => void = () => {},
): Posting<P, T> {
  const { get, set, subscribe } = createStore<PostingState<T>>(IDLE)
  let key = newKey()
  let last: Attempt<P> | null = null

  const attempt = async (payload: P, isRetry = false) => {
    const text = JSON.stringify(payload)
    if (last !== null && (last.isSpent || (last.isRefused && last.text !== text))) key = newKey()
    last = { payload, text, isRefused: false, isSpent: false }
    set({ ...IDLE, phase: 'sending' })
    const next = stateAfter(await send(key, payload), isRetry)
    const isRefused = isDefiniteRefusal(next)
    const isSpent = next.failure?.code === 'INTENT_SETTLED'
    last = next.phase === 'posted' ? null : { payload, text, isRefused, isSpent }
    const sentWith = key
    set(next)
    if (next.phase === 'posted') onShown(sentWith, 'posted')
    else if (next.phase !== 'unknown') onShown(sentWith, isRefused ? 'refused' : 'failed')
  }
  const post = async (payload: P) => {
    const { phase } = get()
    if (phase === 'idle' || phase === 'refused') await attempt(payload)
  }
  const resend = async () => {
    if (get().phase === 'unknown' && last !== null) await attempt(last.payload, true)
  }
  const reset = () => {
    const { phase } = get()
    if (phase === 'sending' || phase === 'unknown') return false
    key = newKey()
    last = null
    set(IDLE)
    return true
  }
  return { state: get, subscribe, post, resend, reset }
}

/** A value that calls its listeners whenever it is set. */
function createStore<S>(initial: S) {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next: S) => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
