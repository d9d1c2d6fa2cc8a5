import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Recovery } from '../../shared/contract/intents.ts'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { booksFaults, type TestBranch } from '../support/branch.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { PASSWORD } from '../support/users.ts'
import { openMainProcess } from './main-process.ts'

export type Posted = 'postings.postDeposit' | 'postings.postWithdrawal' | 'postings.postTransfer'

/** One posting as a window would send it. */
export type Intent = { readonly name: Posted; readonly input: CallInput<Posted> & { readonly key: string } }

/**
 * What a teller has confirmed at a counter, and what the ledger has: after whatever went wrong, both are the same. What is confirmed is what
 * the window showed as posted, or a recovery slip told to be.
 */
export type Counter = {
  readonly branch: TestBranch
  /** The next intent, of each kind in turn. */
  readonly intent: () => Intent
  readonly confirm: (key: string) => void
  /** Lets somebody sign in, shows the recovery slips, and confirms what they tell to be posted. */
  readonly recover: (settingsFolder: string, url: string) => Promise<readonly Recovery[]>
  /** What is wrong; nothing when postings and confirmed intents are the same, and the books balance. */
  readonly faults: () => Promise<string[]>
  /** How many intents there were, and how many of them are posted. */
  readonly counts: () => { readonly intents: number; readonly posted: number }
}

export async function openCounter(branch: TestBranch): Promise<Counter> {
  const savings = await openNewCustomersAccount(branch, { balance: '1000' })
  const current = await openNewCustomersAccount(branch, { type: 'CURRENT' })
  await ensureOpenTill(branch, branch.staff.teller, 0, '500')
  const before = await ledgerOf(branch, savings, current)
  const made = new Map<string, Intent>()
  const confirmed = new Set<string>()
  const intent = (): Intent => {
    const next = KINDS[made.size % KINDS.length]?.(savings, current)
    if (next === undefined) throw new Error('There is no kind of posting')
    made.set(next.input.key, next)
    return next
  }
  const recover = async (settingsFolder: string, url: string) => {
    await using main = await openMainProcess(settingsFolder, url, randomUUID())
    await main.call('sessions.signIn', { username: branch.staff.supervisor.username, password: PASSWORD })
    const { recoveries } = await main.call('intents.settle', { page: randomUUID(), lost: [] })
    for (const { key, outcome } of recoveries) {
      if (outcome === 'POSTED') confirmed.add(key)
      await main.call('intents.acknowledge', { key })
    }
    return recoveries
  }
  const faults = async () => {
    const posted = await postedKeys(branch, [...made.keys()])
    const after = await ledgerOf(branch, savings, current)
    const expected = before + sumOf([...confirmed].map((key) => made.get(key)))
    return [
      ...posted.filter((key) => !confirmed.has(key)).map((key) => `${key} is posted, and nobody knows it`),
      ...[...confirmed]
        .filter((key) => !posted.includes(key))
        .map((key) => `${key} is not posted, and was told to be`),
      ...(after === expected ? [] : [`The accounts hold ${after} and not ${expected} cents`]),
      ...(await booksFaults(branch.database)).map((fault) => JSON.stringify(fault)),
    ]
  }
  return {
    branch,
    intent,
    confirm: (key) => void confirmed.add(key),
    recover,
    faults,
    counts: () => ({ intents: made.size, posted: confirmed.size }),
  }
}

const KINDS: readonly ((savings: string, current: string) => Intent)[] = [
  (savings) => ({ name: 'postings.postDeposit', input: newCashPosting(savings) }),
  (savings) => ({ name: 'postings.postWithdrawal', input: newCashPosting(savings, { amount: '0.50' }) }),
  (savings, current) => ({
    name: 'postings.postTransfer',
    input: newTransfer(savings, current, { amount: '0.25' }),
  }),
]

/** What the intents changed in the sum of both accounts, in cents. */
const EFFECT = { 'postings.postDeposit': 100, 'postings.postWithdrawal': -50, 'postings.postTransfer': 0 }
const sumOf = (intents: readonly (Intent | undefined)[]) =>
  intents.reduce((sum, intent) => sum + (intent === undefined ? 0 : EFFECT[intent.name]), 0)

async function ledgerOf(branch: TestBranch, ...accounts: string[]): Promise<number> {
  const balances = await Promise.all(accounts.map((account) => balanceOf(branch, account)))
  return balances.reduce((sum, { ledger }) => sum + Math.round(Number(ledger) * 100), 0)
}

async function postedKeys({ database }: TestBranch, keys: readonly string[]): Promise<string[]> {
  const { rows } = await database.superuser.query<{ key: string }>(
    `SELECT idempotency_key AS key FROM transactions WHERE idempotency_key = ANY ($1) AND status = 'COMPLETED'`,
    [keys],
  )
  return rows.map(({ key }) => key)
}
