import {
  keepPreviousData,
  QueryClient,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CallInput, CallName, CallOutput, Envelope } from '../../shared/contract.ts'
import { answerOf, type Answer } from './answer.ts'
import { ask, call, type CallError, type Failure } from './api.ts'
import { refreshAll, UNCHANGING } from './refresh.ts'
import { useIsLocked } from './use-session.ts'

/** No retries: the main process retries what may be retried, and a teller wants to know now. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 2_000, networkMode: 'always', refetchOnWindowFocus: true },
    },
  })

export type QueryCall<N extends CallName> = {
  readonly answer: Answer<CallOutput<N>>
  /** A query is running, for the first time or again. */
  readonly fetching: boolean
  /** The newest attempt failed, also where an earlier answer is still shown. */
  readonly failed: boolean
  readonly refetch: () => void
}

/**
 * Asks a query and keeps its answer fresh. `enabled: false` waits; `keep` shows the last answer while the next is
 * fetched; `every` asks again after so many milliseconds, for data that others change; `knownBy` tells the question from others where its
 * input is megabytes.
 */
export function useQueryCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  {
    enabled = true,
    keep = false,
    every,
    knownBy,
  }: { enabled?: boolean; keep?: boolean; every?: number; knownBy?: string } = {},
): QueryCall<N> {
  const locked = useIsLocked()
  const query: UseQueryResult<CallOutput<N>, CallError> = useQuery<CallOutput<N>, CallError>({
    queryKey: [name, knownBy ?? input],
    queryFn: () => ask(name, input),
    enabled: enabled && !locked,
    ...(UNCHANGING.includes(name) ? { staleTime: Infinity } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  })
  return {
    answer: answerOf({ ...query, failure: query.error?.failure ?? null }),
    fetching: query.isFetching,
    failed: query.isError,
    refetch: () => void query.refetch(),
  }
}

export type Call<N extends CallName> = {
  /** Runs the command once; while it runs, a second press is answered with null and does nothing. */
  readonly run: (input: CallInput<N>) => Promise<Envelope<N> | null>
  readonly busy: boolean
  readonly failure: Failure | null
  readonly reset: () => void
}

/** A command that a screen runs on demand. Money goes through `usePostingCommand` instead. */
export function useCall<N extends CallName>(name: N): Call<N> {
  const client = useQueryClient()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (input: CallInput<N>) => {
    if (running.current) return null
    running.current = true
    setBusy(true)
    setFailure(null)
    const answer = await call(name, input)
    running.current = false
    setBusy(false)
    if (answer.ok) void refreshAll(client)
    else setFailure(answer.error)
    return answer
  }
  return { run, busy, failure, reset: () => setFailure(null) }
}
