import { notifyManager, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { contract, type CallInput, type CallName } from '../../shared/contract.ts'
import { ask } from './api.ts'
import { useSession } from './use-session.ts'

/**
 * Asks the shown queries of these calls again, every so many milliseconds, and shows all answers in the same moment: what a
 * colleague posts must not stand in the list already while the slip still counts without it.
 */
export function useAskTogether(names: readonly CallName[], everyMs: number): void {
  const client = useQueryClient()
  const locked = useSession().stage === 'locked'
  useEffect(() => {
    if (locked) return undefined
    let asking = false
    const timer = setInterval(() => {
      if (asking) return
      asking = true
      void askTogether(client, names).finally(() => (asking = false))
    }, everyMs)
    return () => clearInterval(timer)
  }, [client, names, everyMs, locked])
}

/** One round of it. An answer is dropped if its query was answered anew meanwhile, as after a posting of one's own. */
export async function askTogether(client: QueryClient, names: readonly CallName[]): Promise<void> {
  const shown = client.getQueryCache().findAll({
    type: 'active',
    predicate: ({ queryKey }) => names.some((name) => name === queryKey[0]),
  })
  const before = shown.map(({ state }) => state.dataUpdatedAt)
  const answers = await Promise.allSettled(shown.map(askAgain))
  notifyManager.batch(() => {
    for (const [at, query] of shown.entries()) {
      const answer = answers[at]
      if (answer !== undefined && query.state.dataUpdatedAt === before[at]) settle(client, query, answer)
    }
  })
}

async function askAgain({ queryKey }: Query) {
  if (!isCall(queryKey)) throw new Error(`Not the key of a call: ${JSON.stringify(queryKey)}`)
  return ask(...queryKey)
}

/** `useQueryCall` and what is like it make keys of a call's name and its input. */
const isCall = (key: readonly unknown[]): key is [CallName, CallInput<CallName>] =>
  typeof key[0] === 'string' && Object.hasOwn(contract, key[0]) && typeof key[1] === 'object'

function settle(client: QueryClient, query: Query, answer: PromiseSettledResult<unknown>): void {
  if (answer.status === 'fulfilled') client.setQueryData(query.queryKey, answer.value)
  else
    query.setState({
      status: 'error',
      error: answer.reason instanceof Error ? answer.reason : new Error(String(answer.reason)),
      errorUpdatedAt: Date.now(),
      errorUpdateCount: query.state.errorUpdateCount + 1,
    })
}
