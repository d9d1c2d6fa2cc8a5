import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { listen } from './api.ts'
import { createAskAgain } from './ask-again.ts'
import { addPendingPosting } from './pending-postings.ts'
import { createPosting, type Posting } from './posting.ts'
import type { Answer, PostingState } from './posting-state.ts'
import { refreshAll } from './use-call.ts'
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
  const [posting] = useState(() => createPosting(() => crypto.randomUUID(), send))
  const state = useSyncExternalStore(posting.subscribe, posting.state)
  const { phase } = state
  const frozen = phase === 'sending' || phase === 'unknown'
  useResend(posting, phase)
  useEffect(() => {
    if (phase === 'posted') void refreshAll(client)
  }, [phase, client])
  useEffect(() => (frozen ? addPendingPosting() : undefined), [frozen])
  return {
    ...state,
    post: (payload) => void posting.post(payload),
    frozen,
    resend: () => void posting.resend(),
    reset: posting.reset,
  }
}

/** Asks for an unknown outcome as soon as it can be known. */
function useResend(posting: Pick<Posting<never, unknown>, 'resend'>, phase: PostingState<unknown>['phase']) {
  const { serverConnected } = useSession()
  const [again] = useState(() => createAskAgain(() => void posting.resend()))
  useEffect(() => again.heed(listen), [again])
  useEffect(() => again.shown(phase, serverConnected), [again, phase, serverConnected])
}
