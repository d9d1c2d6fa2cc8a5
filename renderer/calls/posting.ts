import type { Failure } from './api.ts'

/** How an intent to move money stands. `unknown`: it was sent, and the server went away before it answered. */
export type PostingState<T> = {
  readonly phase: 'idle' | 'sending' | 'unknown' | 'refused' | 'posted'
  readonly failure: Failure | null
  readonly result: T | null
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

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

/** The outcome of these was not told: the posting may have happened, so its key must stay. */
const INDEFINITE = new Set(['SERVER_UNREACHABLE', 'INTERNAL'])

/** Answers of somebody who did not look for the key. To a first sending they are a no; what was sent before, they leave unknown. */
const NOT_LOOKED_FOR = new Set([
  'SERVER_UNREACHABLE',
  'SERVER_BUSY',
  'SESSION_LOCKED',
  'NOT_SIGNED_IN',
  'PASSWORD_CHANGE_REQUIRED',
])

/**
 * Keeps ONE idempotency key per intent: through double clicks, failures and a server that comes and goes. A new key is
 * made only by `reset`, or when the payload changed after a definite refusal.
 */
export function createPosting<P, T>(
  newKey: () => string,
  send: (key: string, payload: P) => Promise<Answer<T>>,
): Posting<P, T> {
  const idle: PostingState<T> = { phase: 'idle', failure: null, result: null }
  let state = idle
  let key = newKey()
  let last: { readonly payload: P; readonly text: string; readonly definite: boolean } | null = null
  const listeners = new Set<() => void>()

  const become = (next: PostingState<T>) => {
    state = next
    for (const listener of listeners) listener()
  }

  const attempt = async (payload: P, isResent = false) => {
    const text = JSON.stringify(payload)
    if (last !== null && last.definite && last.text !== text) key = newKey()
    last = { payload, text, definite: false }
    become({ phase: 'sending', failure: null, result: null })
    const answer = await send(key, payload)
    if (answer.ok) {
      last = null
      become({ phase: 'posted', failure: null, result: answer.value })
      return
    }
    const { code } = answer.error
    const isUnknown = code === 'SERVER_UNREACHABLE' || (isResent && NOT_LOOKED_FOR.has(code))
    last = { payload, text, definite: !isUnknown && !INDEFINITE.has(code) }
    const phase = isUnknown ? 'unknown' : 'refused'
    become({ phase, failure: answer.error, result: null })
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    post: async (payload) => {
      if (state.phase === 'idle' || state.phase === 'refused') await attempt(payload)
    },
    resend: async () => {
      if (state.phase === 'unknown' && last !== null) await attempt(last.payload, true)
    },
    reset: () => {
      if (state.phase === 'sending' || state.phase === 'unknown') return false
      key = newKey()
      last = null
      become(idle)
      return true
    },
  }
}
