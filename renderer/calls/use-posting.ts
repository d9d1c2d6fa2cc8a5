import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { newKey } from './new-key.ts'
import { call, listen } from './api.ts'
import { createAskAgain } from './ask-again.ts'
import { addPendingPosting, loseKey } from './pending-postings.ts'
import { createPosting, type Posting } from './posting.ts'
import type { Answer, PostingState } from './posting-state.ts'
import { refreshAll } from './refresh.ts'
import { useSession } from './use-session.ts'

export type PostingHandle<P, T> = PostingState<T> & {
  readonly post: (payload: P) => void
  /** The slip must not change now: it is on its way, or its outcome is not known yet. */
  readonly frozen: boolean
  /** Asks for the unknown outcome now instead of when the connection is back. */
  readonly resend: () => void
  /** Begins the next slip; false while the outcome of this one is unknown. */
  readonly reset: () => boolean
}

/** Moves money at most once per intent. `send` is taken from the first render only. See `createPosting` for the key. */
export function usePosting<P, T>(send: (key: string, payload: P) => Promise<Answer<T>>): PostingHandle<P, T> {
  const client = useQueryClient()
  const notes = useNotes()
  const [posting] = useState(() =>
    createPosting<P, T>(
      newKey,
      (key, payload) => {
        notes.sent(key)
        return send(key, payload)
      },
      (key, as) => {
        const removed = notes.shown(key, as !== 'failed')
        if (as !== 'refused') void removed.then(() => refreshAll(client))
      },
    ),
  )
  const state = useSyncExternalStore(posting.subscribe, posting.state)
  const { phase } = state
  const frozen = phase === 'sending' || phase === 'unknown'
  useResend(posting, phase)
  useEffect(() => (frozen ? addPendingPosting() : undefined), [frozen])
  return {
    ...state,
    post: (payload) => void posting.post(payload),
    frozen,
    resend: () => void posting.resend(),
    reset: posting.reset,
  }
}

/**
 * The notes on the workstation's disk of what this slip sends. A note is removed when its outcome has been shown here; if the slip is gone
 * by then, or the program failed, the key is lost and settled in a recovery slip.
 */
function useNotes() {
  const [notes] = useState(createNotes)
  useEffect(() => {
    notes.open()
    return notes.close
  }, [notes])
  return notes
}

/** The keys of a slip that were sent and not answered, while it is shown. */
function createNotes() {
  const waiting = new Set<string>()
  let isShown = true
  return {
    open: () => {
      isShown = true
    },
    close: () => {
      isShown = false
      for (const key of waiting) loseKey(key)
    },
    sent: (key: string) => void waiting.add(key),
    shown: async (key: string, isKnown: boolean) => {
      waiting.delete(key)
      if (isShown && isKnown) await call('intents.acknowledge', { key })
      else loseKey(key)
    },
  }
}

/** Asks for an unknown outcome as soon as it can be known. */
function useResend(posting: Pick<Posting<never, unknown>, 'resend'>, phase: PostingState<unknown>['phase']) {
  const { serverConnected } = useSession()
  const [again] = useState(() => createAskAgain(() => void posting.resend()))
  useEffect(() => again.heed(listen), [again])
  useEffect(() => again.shown(phase, serverConnected), [again, phase, serverConnected])
}
