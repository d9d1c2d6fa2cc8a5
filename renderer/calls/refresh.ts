import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query'
import type { CallName } from '../../shared/contract.ts'

/** Answers that never change for the same question; asking again would only move megabytes. */
export const UNCHANGING: readonly CallName[] = [
  'documents.readFile',
  'printers.preview',
  'printers.previewPage',
]

/** Asked by the clock alone: the whole server is looked through for them. */
const BY_THE_CLOCK: readonly CallName[] = ['health.read']

/**
 * Asks these questions again, because what answers them has changed. An answer that is on its way is of before the change. TanStack Query
 * drops it only where an earlier one is there already, so the others are dropped here: a screen that has just been opened would keep it.
 */
export async function refresh(client: QueryClient, questions: InvalidateQueryFilters): Promise<void> {
  const first = client
    .getQueryCache()
    .findAll({ ...questions, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  await Promise.all(first.map((query) => query.cancel({ revert: true, silent: true })))
  await client.invalidateQueries(questions)
}

/** Asks again for everything on the screen: after a command any list may be out of date, and asking is cheap. */
export const refreshAll = (client: QueryClient): Promise<void> =>
  refresh(client, {
    predicate: ({ queryKey }) => ![...UNCHANGING, ...BY_THE_CLOCK].some((name) => name === queryKey[0]),
  })
