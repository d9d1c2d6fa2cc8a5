import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import type { Envelope } from '../../shared/contract.ts'
import { openMainProcess, type MainProcess } from '../proof/main-process.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { createBranch, type TestBranch } from '../support/branch.ts'
import { newCashPosting } from '../support/postings.ts'
import { openServerPair, postedAt, type ServerPair } from '../support/server-pair.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { PASSWORD } from '../support/users.ts'
import { giveKeys } from '../support/workplace.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

// A primary and its synchronous standby. The tests are one story: each goes on where the one before ended.

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let pair: ServerPair
let branch: TestBranch
let account: string
let url: string
let teller: MainProcess
let other: MainProcess

beforeAll(async () => {
  folder = await temporaryFolder()
  pair = await openServerPair({ fsync: 'off' }, async (database) => {
    branch = await createBranch(database)
    await giveKeys(database)
    account = await openNewCustomersAccount(branch, { balance: '1000' })
    await ensureOpenTill(branch, branch.staff.teller, 0, '500')
  })
  url = pair.urlOf(pair.database.workstation(1))
  teller = await openMainProcess(join(folder.path, 'teller'), url, randomUUID())
  other = await openMainProcess(join(folder.path, 'other'), url, randomUUID())
  await signIn(teller)
})
afterAll(async () => {
  await teller?.[Symbol.asyncDispose]()
  await other?.[Symbol.asyncDispose]()
  await pair[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

const signIn = (main: MainProcess) =>
  main.call('sessions.signIn', { username: branch.staff.teller.username, password: PASSWORD })

/** Asks with the same key until it is posted, as the window does. */
async function postUntilKnown(main: MainProcess, input = newCashPosting(account)): Promise<string> {
  for (;;) {
    const answer = await main.ask('postings.postDeposit', input)
    if (answer.ok) return input.key
    expect(['SERVER_UNREACHABLE', 'STANDBY_SILENT', 'SERVER_BUSY']).toContain(answer.error.code)
    await pause(100)
  }
}

const outcomesOf = async (main: MainProcess) => {
  const { recoveries } = await main.call('intents.settle', { page: randomUUID(), lost: [] })
  for (const { key } of recoveries) await main.call('intents.acknowledge', { key })
  return recoveries.map(({ key, outcome }) => ({ key, outcome }))
}
const refusal = (answer: Envelope<'postings.postDeposit'>) => (answer.ok ? null : answer.error.code)

test('what a standby does not confirm is not known, is told within seconds, and is settled when the standby is back', async () => {
  await pair.second.stop()
  const input = newCashPosting(account)
  expect(refusal(await teller.ask('postings.postDeposit', input))).toBe('STANDBY_SILENT')
  const settled = await teller.ask('intents.settle', { page: randomUUID(), lost: [] })
  expect(settled).toEqual({ ok: false, error: { code: 'STANDBY_SILENT' } })
  await pair.second.start()
  expect(await postUntilKnown(teller, input)).toBe(input.key)
  expect(await outcomesOf(teller)).toEqual([{ key: input.key, outcome: 'POSTED' }])
})

test('a wait that somebody ends at the server is no acknowledgement', async () => {
  await pair.second.stop()
  const input = newCashPosting(account)
  const asked = teller.ask('postings.postDeposit', input)
  const ended = () =>
    withClient(pair.first.connection, async (client) => {
      const { rows } = await client.query<{ ended: boolean }>(
        `SELECT pg_cancel_backend(pid) AS ended FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
      )
      return rows.length
    })
  await expect.poll(ended).toBe(1)
  expect(refusal(await asked)).toBe('STANDBY_SILENT')
  await pair.second.start()
  await postUntilKnown(teller, input)
})

test('a killed primary: the standby takes over, the work goes on by itself, and everything acknowledged is there', async () => {
  const keys = [await postUntilKnown(teller), await postUntilKnown(teller)]
  const events: boolean[] = []
  teller.state.database?.onLost(() => events.push(false))
  teller.state.database?.onRegained(() => events.push(true))
  const underWay = postUntilKnown(teller)
  await pair.first.kill()
  expect(await openFault(url)).toBe('SERVER_STANDBY')
  pair.second.promote()
  keys.push(await underWay, await postUntilKnown(teller))
  expect((await postedAt(pair.second, keys)).toSorted()).toEqual(keys.toSorted())
  await expect.poll(() => other.state.connected).toBe(true)
  await signIn(other)
  expect([events[0], events.at(-1)]).toEqual([false, true])
})

test('the old primary, started again, takes changes and is refused by everybody who worked since', async () => {
  await pair.first.start()
  await signIn(teller) // on connections of their own
  const key = await postUntilKnown(teller)
  expect(await postedAt(pair.second, [key])).toEqual([key])
  expect(await postedAt(pair.first, [key])).toEqual([])
  await pair.second.kill()
  await expect.poll(() => teller.state.connected).toBe(false)
  expect(refusal(await teller.ask('postings.postDeposit', newCashPosting(account)))).toBe(
    'SERVER_UNREACHABLE',
  )
  expect(await openFault(url, 'teller')).toBe('SERVER_BEHIND')
  await pair.second.start()
  await postUntilKnown(teller)
})

/** Why a workstation with the settings of that name cannot open the database. */
async function openFault(at: string, settings: string = randomUUID()): Promise<string | null> {
  await using main = await openMainProcess(join(folder.path, settings), at, randomUUID())
  return main.state.fault?.code ?? null
}
