import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { answerOf } from '../../calls/answer.ts'
import { ask, type CallError } from '../../calls/api.ts'
import { fullPage } from '../../calls/full-page.ts'
import { foundSoFar, useFilling } from '../../calls/use-pages.ts'
import { useIsLocked, useSession } from '../../calls/use-session.ts'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { isCrossed, soughtText, type StatementFilter } from './statement-filter.ts'
import { totalsOf } from './statement-sums.ts'

const PAGE = 100
/** A text is looked for when typing pauses. */
const DELAY_MS = 150
type Page = CallOutput<'accounts.statement'>
type Key = readonly ['accounts.statement', string, StatementFilter]

/**
 * The statement, newest first, page after page: each begins where the last one ended, so none can skip or repeat a line. The first page of
 * a period has the totals; what was looked for in a long account is added up when all of it is found.
 */
export function useStatement(accountId: string, typed: StatementFilter) {
  const currency = useSession().branch?.currency ?? DEFAULT_CURRENCY
  const [filter] = useDebouncedValue(typed, DELAY_MS)
  const { from, to, find } = filter
  const locked = useIsLocked()
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, Key, string | null>({
    queryKey: ['accounts.statement', accountId, filter],
    queryFn: ({ pageParam, signal }) =>
      wholePage(
        (before, limit) =>
          ask('accounts.statement', { accountId, before, limit, from, to, find: soughtText(find, currency) }),
        pageParam,
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: !isCrossed(filter) && !locked,
  })
  const { hasNextPage, isFetching, fetchNextPage, isPlaceholderData } = query
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.lines), [query.data])
  const [first] = query.data?.pages ?? []
  const looking = useFilling(query, (query.data?.pages.at(-1)?.lines.length ?? PAGE) < PAGE)
  // The lines of another period, which stand until the new ones are there, have no totals.
  const isStale = isPlaceholderData || filter !== typed
  const found = find === '' || hasNextPage ? undefined : lines
  return {
    account: first?.account,
    totals: isStale ? null : (first?.totals ?? totalsOf(found, first?.account.currency ?? currency)),
    lines: answerOf({
      ...query,
      data: foundSoFar(lines, hasNextPage),
      failure: query.error?.failure ?? null,
    }),
    hasMore: hasNextPage,
    looking,
    more,
  }
}

/** The lines of a page as in `fullPage`, with what the first call says of the account. */
async function wholePage(
  read: (before: string | null, limit: number) => Promise<Page>,
  before: string | null,
  signal: AbortSignal,
): Promise<Page> {
  let first: Page | undefined
  const { rows, next } = await fullPage(
    async (from, limit) => {
      const page = await read(from, limit)
      first ??= page
      return { rows: page.lines, next: page.next }
    },
    before,
    PAGE,
    signal,
  )
  if (first === undefined) throw new Error('No page was read')
  return { ...first, lines: [...rows], next }
}

export type Statement = ReturnType<typeof useStatement>
