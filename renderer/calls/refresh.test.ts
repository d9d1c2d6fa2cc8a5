import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { refresh, refreshAll } from './refresh.ts'
import { createQueryClient } from './use-call.ts'

/** A screen that asks, and whose answers come when they are given. */
function asking(queryKey: readonly string[]) {
  const client = createQueryClient()
  const waiting: ((answer: string) => void)[] = []
  const queryFn = () => new Promise<string>((answer) => waiting.push(answer))
  const observer = new QueryObserver(client, { queryKey, queryFn })
  const end = observer.subscribe(() => undefined)
  return { client, waiting, shown: () => observer.getCurrentResult(), end }
}

test('a change while the first answer is on its way is asked about again', async () => {
  const { client, waiting, shown, end } = asking(['approvals.read'])
  void refreshAll(client)
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  waiting[0]?.('of before the change')
  waiting[1]?.('of after it')
  await vi.waitFor(() => expect(shown().data).toBe('of after it'))
  expect(shown()).toMatchObject({ error: null, isFetching: false })
  end()
})

test('a change while a later answer is on its way is asked about again, and the one before stays until then', async () => {
  const { client, waiting, shown, end } = asking(['approvals.read'])
  waiting[0]?.('long before')
  await vi.waitFor(() => expect(shown().data).toBe('long before'))
  void refreshAll(client)
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  void refreshAll(client)
  await vi.waitFor(() => expect(waiting).toHaveLength(3))
  expect(shown().data).toBe('long before')
  waiting[1]?.('of before the change')
  waiting[2]?.('of after it')
  await vi.waitFor(() => expect(shown().data).toBe('of after it'))
  end()
})

test('only what is named is asked again, and what never changes is not', async () => {
  const { client, waiting, end } = asking(['documents.readFile'])
  await refreshAll(client)
  await refresh(client, { queryKey: ['sessions.get'] })
  expect(waiting).toHaveLength(1)
  end()
})
