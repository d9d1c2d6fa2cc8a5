import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { CallOutput } from '../../shared/contract.ts'
import { newTransfer } from '../support/postings.ts'
import { launchCounter } from './support/begin.ts'
import { booksFaults, withLedger } from './support/books.ts'
import { ask, call } from './support/call.ts'
import { launchTeller } from './support/launch.ts'
import { signInAs } from './support/seed.ts'

const AT_ONCE = 40

test('killed in the middle of transfers, it starts again with balanced books, each transfer posted once or not at all, and the slips say which', async () => {
  const first = await launchCounter()
  const { userData, savings, current } = first
  const from = await call(first.page, 'accounts.find', { accountNumber: savings })
  const to = await call(first.page, 'accounts.find', { accountNumber: current })
  const transfer = (key: string) =>
    newTransfer(from.id, to.id, { key, amount: '1.00', description: 'Cut off' })
  const keys: string[] = []
  const answered = Promise.withResolvers<void>()
  /** One after the other until the window is gone, so that there are some in flight at whatever moment it is killed. */
  const send = async () => {
    const key = randomUUID()
    keys.push(key)
    const answer = await ask(first.page, 'postings.postTransfer', transfer(key)).catch(() => null)
    if (answer === null) return
    answered.resolve()
    await send()
  }

  // The first answer shows that the stream is under way.
  const sent = Array.from({ length: AT_ONCE }, send)
  await answered.promise
  await first.kill()
  await Promise.all(sent)

  const second = await launchTeller({ userData })
  try {
    await expect
      .poll(async () => (await call(second.page, 'sessions.get', {})).stage, { timeout: 60_000 })
      .toBe('signed-out')
    expect(await booksFaults(userData)).toEqual([])
    const posted = await withLedger(userData, async (client) => {
      const { rows } = await client.query<{ key: string; n: string; legs: string }>(
        `SELECT idempotency_key AS key, count(DISTINCT t.id) AS n, count(e.sequence) AS legs FROM corex.transactions t
         LEFT JOIN corex.entries e ON e.transaction_id = t.id WHERE idempotency_key = ANY($1) GROUP BY 1`,
        [keys],
      )
      return rows
    })
    expect(posted.every(({ n, legs }) => n === '1' && legs === '2')).toBe(true)
    expect(posted.length).toBeGreaterThan(0)
    console.log(`${posted.length} of ${keys.length} transfers were posted before the kill`)

    // Whoever signs in is told of each note that is left on the disk, and is told what the ledger says.
    await signInAs(second.page, 'teller')
    const recoveries = await allTold(second.page)
    const told = (outcome: string) =>
      recoveries.filter((each) => each.outcome === outcome).map(({ key }) => key)
    const inLedger = new Set(posted.map(({ key }) => key))
    expect(recoveries.map(({ key }) => inLedger.has(key))).toEqual(
      recoveries.map(({ outcome }) => outcome === 'POSTED'),
    )
    expect(recoveries.length).toBeGreaterThan(0)

    // Sent again with the same keys, what is posted is answered, what was told to be not posted is refused, and what never arrived is posted.
    const notPosted = new Set(told('NOT_POSTED'))
    for (const key of keys) {
      const answer = await ask(second.page, 'postings.postTransfer', transfer(key))
      expect(answer).toMatchObject(
        notPosted.has(key) ? { ok: false, error: { code: 'INTENT_SETTLED' } } : { ok: true },
      )
    }
    const account = await call(second.page, 'accounts.find', { accountNumber: current })
    expect(Number(account.ledgerBalance) - Number(to.ledgerBalance)).toBe(keys.length - notPosted.size)
    expect(await booksFaults(userData)).toEqual([])
  } finally {
    await second.close()
    rmSync(userData, { recursive: true, force: true })
  }
})

/** Every recovery, as they are told to somebody who has seen the ones before. */
async function allTold(page: Page): Promise<CallOutput<'intents.settle'>['recoveries']> {
  const { recoveries } = await call(page, 'intents.settle', { page: randomUUID(), lost: [] })
  for (const { key } of recoveries) await call(page, 'intents.acknowledge', { key })
  return recoveries.length === 0 ? [] : [...recoveries, ...(await allTold(page))]
}
