import { randomUUID } from 'node:crypto'
import { openNewCustomersAccount } from '../support/accounts.ts'
import type { TestBranch } from '../support/branch.ts'
import { type BatchItem, post, postBatch, transferItem } from '../support/posting-functions.ts'
import type { Queryable } from '../support/queries.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { ends, numbersFrom, PEOPLE, pick, type Race, TOTAL, unlike, valueOf } from './race-branch.ts'

const funded = (branch: TestBranch, count: number, balance: string) =>
  Promise.all(Array.from({ length: count }, () => openNewCustomersAccount(branch))).then(async (accounts) => {
    const till = await ensureOpenTill(branch, branch.staff.supervisor2, 2)
    for (const account of accounts) await post(branch.pool('supervisor2'), 'DEPOSIT', till, account, balance)
    return accounts
  })

/** Hundreds of transfers, each as often in one direction as in the other, alone and several in one call. */
function startTransfers(branch: TestBranch, accounts: readonly string[], seed: number): Promise<unknown>[] {
  const next = numbersFrom(seed)
  const pairs = Array.from({ length: 60 }, () => {
    const from = next(accounts.length)
    return [pick(accounts, from), pick(accounts, from + 1 + next(accounts.length - 1))] as const
  })
  return [...pairs, ...pairs.map(([from, to]) => [to, from] as const)].flatMap(
    ([from, to], n): Promise<unknown>[] => {
      const pool = branch.pool(pick(PEOPLE, n + next(4)))
      if (n % 5 !== 0) return [post(pool, 'TRANSFER', from, to, '1.00')]
      return [postBoth(pool, transferOf(from, to), transferOf(to, from))]
    },
  )
}

const transferOf = (from: string, to: string): BatchItem => transferItem(from, to, '1.00')

async function postBoth(pool: Queryable, ...items: BatchItem[]): Promise<void> {
  const refused = (await postBatch(pool, items)).find(({ refusal }) => refusal !== null)
  if (refused !== undefined) throw new Error(`Of a batch: ${refused.refusal}`)
}

export const opposingTransfers: Race = {
  says: 'transfers against each other all go through, and come to nothing in all',
  run: async (branch, seed) => {
    const accounts = await funded(branch, 4, '500.00')
    const outcomes = await Promise.allSettled(startTransfers(branch, accounts, seed))
    const left = await valueOf(
      branch,
      'SELECT string_agg(ledger_balance::text, $2) FROM balances WHERE account_id = ANY ($1)',
      [accounts, ' '],
    )
    return [
      ...unlike('ends', ends(outcomes), new Map([['DONE', outcomes.length]])),
      ...unlike('balances', left, '500.00 500.00 500.00 500.00'),
    ]
  },
}

export const sumsThatAreRead: Race = {
  says: 'whoever reads the balances meanwhile finds the same sum each time',
  run: async (branch, seed) => {
    const accounts = await funded(branch, 3, '500.00')
    const sums = new Set<string | null>()
    const over = new AbortController()
    const reading = (async () => {
      while (!over.signal.aborted) sums.add(await valueOf(branch, TOTAL, [accounts]))
    })()
    const outcomes = await Promise.allSettled(startTransfers(branch, accounts, seed))
    over.abort()
    await reading
    return [
      ...unlike('ends', ends(outcomes), new Map([['DONE', outcomes.length]])),
      ...unlike('sums that were read', [...sums], ['1500.00']),
    ]
  },
}

export const lastCent: Race = {
  says: 'withdrawals at the same moment take what is there and not a cent more',
  run: async (branch) => {
    const [account = ''] = await funded(branch, 1, '10.00')
    const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '100.00')
    const teller = branch.pool('teller')
    const single = Array.from({ length: 14 }, () => post(teller, 'WITHDRAWAL', account, null, '1.01'))
    const several = Array.from({ length: 3 }, async () => {
      const items = [0, 1].map((): BatchItem => ({
        key: randomUUID(),
        type: 'WITHDRAWAL',
        legs: [
          [account, 'DEBIT', '1.01'],
          [cash, 'CREDIT', '1.01'],
        ],
        currency: 'USD',
      }))
      const answers = await postBatch(teller, items)
      return answers.filter(({ refusal }) => refusal === null).length
    })
    const [alone, together] = await Promise.all([Promise.allSettled(single), Promise.all(several)])
    const counts = ends(alone)
    const done = (counts.get('DONE') ?? 0) + together.reduce((sum, n) => sum + n, 0)
    counts.delete('DONE')
    counts.delete('INSUFFICIENT_FUNDS')
    return [
      ...unlike('other refusals', [...counts], []),
      ...unlike('withdrawals of 1.01 out of 10.00', done, 9),
      ...unlike('left', await valueOf(branch, TOTAL, [[account]]), '0.91'),
    ]
  },
}

export const sameKey: Race = {
  says: 'the same key from many clients posts once, and every client gets the same posting',
  run: async (branch) => {
    const [from = '', to = ''] = await funded(branch, 2, '50.00')
    const key = randomUUID()
    const teller = branch.pool('teller')
    const single = Array.from({ length: 10 }, () => post(teller, 'TRANSFER', from, to, '7.00', { key }))
    const several = Array.from({ length: 5 }, async () => {
      const [answer] = await postBatch(teller, [
        {
          ...transferOf(from, to),
          key,
          legs: [
            [from, 'DEBIT', '7.00'],
            [to, 'CREDIT', '7.00'],
          ],
        },
      ])
      return answer?.receipt?.id ?? `refused: ${answer?.refusal}`
    })
    const ids = new Set(await Promise.all([...single, ...several]))
    return [
      ...unlike('different answers', ids.size, 1),
      ...unlike('what is left', await valueOf(branch, TOTAL, [[from]]), '43.00'),
    ]
  },
}
