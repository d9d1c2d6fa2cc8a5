import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { answerOf, type Answer } from './answer.ts'
import type { CallError } from './api.ts'
import { fullPage, type Page } from './full-page.ts'
import { useIsLocked } from './use-session.ts'

const PAGE = 100

type Going = {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly isError: boolean
  readonly isPlaceholderData: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

/** Goes on by itself while the last page of a list is short and there may be more, and says whether it does. A lock only holds it up. */
export function useFilling(query: Going, short: boolean): boolean {
  const { hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage } = query
  const locked = useIsLocked()
  const looking = short && hasNextPage && !isPlaceholderData && !isError
  useEffect(() => {
    if (looking && !isFetching && !locked) void fetchNextPage()
  }, [looking, isFetching, locked, fetchNextPage])
  return looking
}

/** What is found so far. With nothing found and more to look at, it is not known that there is none, also where looking on has failed. */
export const foundSoFar = <Row>(rows: readonly Row[] | undefined, more: boolean) =>
  more && rows?.length === 0 ? undefined : rows

export type Pages<Row> = {
  readonly rows: Answer<readonly Row[]>
  /** There are more, or may be. */
  readonly more: boolean
  /** It is still being looked for what fills the page that is shown. */
  readonly looking: boolean
  readonly next: () => void
  readonly refetch: () => void
}

/**
 * A long list page by page, each beginning where the last one ended, so that new rows move nothing. A page that is not full yet is gone on
 * with by itself; with nothing found so far, the list is not known to be empty.
 */
export function usePages<Row>(
  key: readonly unknown[],
  read: (before: string | null, limit: number) => Promise<Page<Row>>,
): Pages<Row> {
  const locked = useIsLocked()
  const query = useInfiniteQuery<
    Page<Row>,
    CallError,
    InfiniteData<Page<Row>>,
    readonly unknown[],
    string | null
  >({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fullPage(read, pageParam, PAGE, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: !locked,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data])
  const looking = useFilling(query, (data?.pages.at(-1)?.rows.length ?? PAGE) < PAGE)
  const next = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows: answerOf({
      ...query,
      data: foundSoFar(rows, hasNextPage),
      failure: query.error?.failure ?? null,
    }),
    more: hasNextPage,
    looking,
    next,
    refetch: () => void refetch(),
  }
}
