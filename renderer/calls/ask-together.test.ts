import { notifyManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { ask } from './api.ts'
import { askTogether } from './use-ask-together.ts'

afterEach(() => vi.unstubAllGlobals())

/** The main process: every call answers how many postings there are, the slip's a little later than the list's. */
function mainProcess() {
  const ledger = { postings: 1, refuses: false }
  const invoke = async (name: string) => {
    const seen = ledger.postings
    if (name === 'postings.previewDeposit') await new Promise((done) => setTimeout(done, 20))
    if (ledger.refuses) return { ok: false, error: { code: 'SERVER_UNREACHABLE' } }
    return { ok: true, value: seen }
  }
  vi.stubGlobal('window', { corex: { invoke, on: () => () => undefined } })
  return ledger
}

const NAMES = ['accounts.statement', 'postings.previewDeposit'] as const

async function listAndSlip() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const observers = NAMES.map(
    (name) =>
      new QueryObserver<unknown>(client, {
        queryKey: [name, {}],
        queryFn: async () => ask(name, {} as never),
      }),
  )
  const shown: unknown[][] = []
  const note = () => shown.push(observers.map((observer) => observer.getCurrentResult().data))
  for (const observer of observers) observer.subscribe(notifyManager.batchCalls(note)) // as React's useQuery listens
  await vi.waitFor(() => expect(shown.at(-1)).toEqual([1, 1]))
  shown.length = 0
  return { client, observers, shown }
}

test('a colleague’s posting reaches list and slip at the same moment', async () => {
  const ledger = mainProcess()
  const { client, shown } = await listAndSlip()
  ledger.postings = 2
  await askTogether(client, NAMES)
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(0))
  expect(new Set(shown.map((pair) => pair.join()))).toEqual(new Set(['2,2']))
})

test('an answer that is older than what is shown meanwhile is dropped', async () => {
  const ledger = mainProcess()
  const { client, observers } = await listAndSlip()
  const round = askTogether(client, NAMES)
  ledger.postings = 2
  await new Promise((done) => setTimeout(done, 2))
  client.setQueryData([NAMES[1], {}], 2)
  await round
  expect(observers[1]?.getCurrentResult().data).toBe(2)
})

test('a round that is not answered leaves what was shown, and says why it is not newer', async () => {
  const ledger = mainProcess()
  const { client, observers } = await listAndSlip()
  ledger.refuses = true
  await askTogether(client, NAMES)
  const result = observers[0]?.getCurrentResult()
  expect(result).toMatchObject({ data: 1, error: { failure: { code: 'SERVER_UNREACHABLE' } } })
})
