import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { answerOf } from '../../calls/answer.ts'
import { ask, type CallError } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import type { JournalFilters } from './filters.ts'

type Page = CallOutput<'journal.list'>
const PAGE = 100

/** The journal page by page, each beginning where the last one ended, and what all of it comes to. */
export function useJournal(filters: JournalFilters) {
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, unknown[], string | null>({
    queryKey: ['journal.list', filters],
    queryFn: ({ pageParam }) => ask('journal.list', { ...filters, before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const total = useQueryCall('journal.total', filters, { keep: true })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data])
  const next = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows: answerOf({ ...query, data: rows, failure: query.error?.failure ?? null }),
    total: total.answer,
    next,
    again: () => {
      void refetch()
      total.refetch()
    },
  }
}

export type Journal = ReturnType<typeof useJournal>
