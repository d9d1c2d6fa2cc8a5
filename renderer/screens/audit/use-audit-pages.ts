import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import type { CallOutput } from '../../../shared/contract.ts'
import { answerOf, type Answer } from '../../calls/answer.ts'
import { ask, type CallError } from '../../calls/api.ts'
import type { AuditFilters } from './filters.ts'

type Page = CallOutput<'audit.list'>
const PAGE = 100

export type AuditPages = {
  readonly rows: Answer<readonly AuditRow[]>
  readonly more: boolean
  readonly next: () => void
  readonly refetch: () => void
}

/** The log page by page, each beginning where the last one ended, so that new rows move nothing. */
export function useAuditPages(filters: AuditFilters): AuditPages {
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, unknown[], string | null>({
    queryKey: ['audit.list', filters],
    queryFn: ({ pageParam }) => ask('audit.list', { ...filters, before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data])
  const failure = query.error?.failure ?? null
  const next = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows: answerOf({ ...query, data: rows, failure }),
    more: hasNextPage,
    next,
    refetch: () => void refetch(),
  }
}
