import { expect, test } from 'vitest'
import { hookResult } from '../../../test/support/hook-result.ts'
import { createQueryClient } from '../../calls/use-call.ts'
import { useFreshCheck } from './use-fresh-check.ts'

const KEY = ['books.checkNew', {}]
const LEFT = { faults: [], entries: 1, daysLeft: 3, milliseconds: 1 }

/** What the check says of closed days that are left, after attempts that failed with these errors. */
async function afterFailing(...codes: readonly string[]) {
  const client = createQueryClient()
  client.setQueryData(KEY, LEFT)
  for (const code of codes) {
    const failed = Object.assign(new Error(code), { failure: { code } })
    await client
      .fetchQuery({ queryKey: KEY, queryFn: () => Promise.reject(failed), staleTime: 0 })
      .catch(() => undefined)
  }
  return hookResult(client, useFreshCheck)
}

test('the check goes on with the closed days that are left', async () => {
  expect((await afterFailing()).goesOn).toBe(true)
})

test.each(['SERVER_UNREACHABLE', 'INTERNAL', 'SESSION_LOCKED'])(
  'the check that fails with %s is not asked again and again',
  async (code) => {
    expect((await afterFailing(code)).goesOn).toBe(false)
  },
)
