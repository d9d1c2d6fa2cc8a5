import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { Basis } from '../../../shared/contract/books.ts'
import { answerOf } from '../../calls/answer.ts'
import { ask, type CallError } from '../../calls/api.ts'
import { useIsLocked } from '../../calls/use-session.ts'

const PAGE = 100
type Page = CallOutput<'books.ledgerEntries'>
type Asked = {
  readonly code: string
  readonly currency: string
  readonly date: string
  readonly basis: Basis
}
type Key = readonly ['books.ledgerEntries', Asked]

/** The entries of a code on a date, page after page: each begins where the last one ended. */
export function useLedgerEntries(asked: Asked) {
  const locked = useIsLocked()
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, Key, string | null>({
    queryKey: ['books.ledgerEntries', asked],
    queryFn: ({ pageParam }) => ask('books.ledgerEntries', { ...asked, after: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    enabled: !locked,
  })
  const { hasNextPage, isFetching, fetchNextPage } = query
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries), [query.data])
  return {
    entries: answerOf({ ...query, data: entries, failure: query.error?.failure ?? null }),
    hasMore: hasNextPage,
    more,
  }
}
