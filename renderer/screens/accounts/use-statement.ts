import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { answerOf } from '../../calls/answer.ts'
import { ask, type CallError } from '../../calls/api.ts'
import { useSession } from '../../calls/use-session.ts'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { isCrossed, soughtText, type StatementFilter } from './statement-filter.ts'

const PAGE = 100
/** A text is looked for when typing pauses. */
const DELAY_MS = 150
type Page = CallOutput<'accounts.statement'>
type Key = readonly ['accounts.statement', string, StatementFilter]

/**
 * The statement, newest first, page after page: each begins where the last one ended, so none can skip or repeat a line. Of a
 * period, or of what was looked for, the first page has the totals.
 */
export function useStatement(accountId: string, typed: StatementFilter) {
  const currency = useSession().branch?.currency ?? DEFAULT_CURRENCY
  const [filter] = useDebouncedValue(typed, DELAY_MS)
  const { from, to, find } = filter
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, Key, string | null>({
    queryKey: ['accounts.statement', accountId, filter],
    queryFn: ({ pageParam }) =>
      ask('accounts.statement', {
        accountId,
        before: pageParam,
        limit: PAGE,
        from,
        to,
        find: soughtText(find, currency),
      }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: !isCrossed(filter),
  })
  const { hasNextPage, isFetching, fetchNextPage, isPlaceholderData } = query
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.lines), [query.data])
  const [first] = query.data?.pages ?? []
  return {
    account: first?.account,
    // The lines of another period, which stand until the new ones are there, have no totals.
    totals: isPlaceholderData || filter !== typed ? null : (first?.totals ?? null),
    lines: answerOf({ ...query, data: lines, failure: query.error?.failure ?? null }),
    hasMore: hasNextPage,
    more,
  }
}

export type Statement = ReturnType<typeof useStatement>
