import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { answerOf } from '../../calls/answer.ts'
import { ask, type CallError } from '../../calls/api.ts'

const PAGE = 100
type Page = CallOutput<'accounts.statement'>

/** The statement, newest first, page after page: each begins where the last one ended, so none can skip or repeat a line. */
export function useStatement(accountId: string) {
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, string[], string | null>({
    queryKey: ['accounts.statement', accountId],
    queryFn: ({ pageParam }) => ask('accounts.statement', { accountId, before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const { hasNextPage, isFetching, fetchNextPage } = query
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.lines), [query.data])
  return {
    account: query.data?.pages[0]?.account,
    lines: answerOf({ ...query, data: lines, failure: query.error?.failure ?? null }),
    hasMore: hasNextPage,
    more,
  }
}

export type Statement = ReturnType<typeof useStatement>
