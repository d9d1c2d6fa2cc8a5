import { InfiniteQueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { hookResult } from '../../test/support/hook-result.ts'
import type { Page } from './full-page.ts'
import { createQueryClient } from './use-call.ts'
import { usePages } from './use-pages.ts'

const KEY = ['journal.list']
const lost = Object.assign(new Error('SERVER_UNREACHABLE'), { failure: { code: 'SERVER_UNREACHABLE' } })

/** A list whose first call has found these rows of a longer list, and whose second one failed. */
async function lostAfter(rows: readonly string[]) {
  const client = createQueryClient()
  const first = { rows, next: 'there' }
  const observer = new InfiniteQueryObserver<Page<string>, Error, unknown, readonly unknown[], string | null>(
    client,
    {
      queryKey: KEY,
      queryFn: ({ pageParam }) => (pageParam === null ? Promise.resolve(first) : Promise.reject(lost)),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    },
  )
  const end = observer.subscribe(() => undefined)
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBeDefined())
  await observer.fetchNextPage()
  end()
  return hookResult(client, () => usePages<string>(KEY, () => Promise.reject(lost)))
}

test('a list of which nothing was found before the server was lost is not empty, because it was not looked at to its end', async () => {
  expect((await lostAfter([])).rows).toMatchObject({ state: 'unknown', failure: lost.failure })
})

test('what was found before the server was lost stays', async () => {
  expect(await lostAfter(['one'])).toMatchObject({
    rows: { state: 'known', value: ['one'] },
    more: true,
    looking: false,
  })
})
