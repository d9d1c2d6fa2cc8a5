import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { CallOutput } from '../../shared/contract.ts'
import { callWithKey, listen, type PostingName, type PostingPayload } from './api.ts'
import { createPosting, type PostingState } from './posting.ts'
import { holdWork } from './held-work.ts'
import { refreshAll } from './use-call.ts'
import { useSession } from './use-session.ts'

export type PostingCommand<N extends PostingName> = PostingState<CallOutput<N>> & {
  readonly post: (payload: PostingPayload<N>) => void
  /** The slip must not change now: it is on its way, or its outcome is not known yet. */
  readonly frozen: boolean
  /** Asks for the unknown outcome now instead of when the connection is back. */
  readonly resend: () => void
  /** Begins the next slip; false while the outcome of this one is unknown. */
  readonly reset: () => boolean
}

/** One command that moves money, posted at most once per intent. See `createPosting` for what happens to the key. */
export function usePostingCommand<N extends PostingName>(name: N): PostingCommand<N> {
  const client = useQueryClient()
  const { serverConnected } = useSession()
  const [posting] = useState(() =>
    createPosting<PostingPayload<N>, CallOutput<N>>(
      () => crypto.randomUUID(),
      (key, payload) => callWithKey(name, payload, key),
    ),
  )
  const state = useSyncExternalStore(posting.subscribe, posting.state)

  // The answer to an unknown outcome is fetched when the server is back, also if it came back before we were told.
  useEffect(
    () => listen('connection.changed', ({ connected }) => connected && void posting.resend()),
    [posting],
  )
  // Beneath a lock the question was refused; whoever unlocks gets its answer.
  useEffect(() => listen('session.changed', () => void posting.resend()), [posting])
  useEffect(() => {
    if (state.phase === 'posted') void refreshAll(client)
  }, [state.phase, client])
  // A blip may end before anybody noticed it; then no event comes, so one more try is made at once, and only one.
  const triedAtOnce = useRef(false)
  useEffect(() => {
    if (state.phase === 'unknown' && serverConnected && !triedAtOnce.current) {
      triedAtOnce.current = true
      void posting.resend()
    }
    if (state.phase !== 'unknown' && state.phase !== 'sending') triedAtOnce.current = false
  }, [state.phase, serverConnected, posting])

  const frozen = state.phase === 'sending' || state.phase === 'unknown'
  useEffect(() => (frozen ? holdWork() : undefined), [frozen])

  return {
    ...state,
    post: (payload) => void posting.post(payload),
    frozen,
    resend: () => void posting.resend(),
    reset: posting.reset,
  }
}
