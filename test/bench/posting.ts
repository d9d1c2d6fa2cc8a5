import type { Kysely } from 'kysely'
import { withClient } from '../../electron/db/admin.ts'
import type { DB } from '../../electron/db/tables.ts'
import type { Posting } from '../../electron/ledger/journal-text.ts'
import { postBatch } from '../../electron/ledger/post-batch.ts'
import { postJournal } from '../../electron/ledger/post-journal.ts'
import { newKey } from '../../renderer/calls/new-key.ts'
import { drive, type Round } from './load.ts'
import { type LoadedCluster, percentile } from './loaded-cluster.ts'
import { oneOf, pgledger, type Rival, tpcB } from './rivals.ts'
import { openTellers } from './tellers.ts'

/** Clients at once: a lone teller, a small branch, many, and more than the server has processors for. */
const CLIENTS = [1, 4, 16, 32] as const
const IN_A_CALL = 50

export type PostingOptions = {
  readonly seconds: number
  readonly rounds: number
  readonly pgledger: readonly string[]
}

/** Medians over the rounds; the ratios are to TPC-B of the same round, and of the server's work TPC-B's by this. */
export type PostingFigures = {
  readonly name: string
  readonly clients: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly serverMicroseconds: number | null
  readonly ratio: number | null
  readonly serverRatio: number | null
}

export type PostingKind = 'posting' | 'batch'

/**
 * What each contender does, in rounds that take turns, so that other work on the machine meets all of them alike. Throws, and reports
 * nothing, when the books do not balance afterwards.
 */
export async function timePostings(
  cluster: LoadedCluster,
  kinds: readonly PostingKind[],
  options: PostingOptions,
): Promise<PostingFigures[]> {
  const base = await tpcB(cluster)
  const others = options.pgledger.length === 0 ? [] : await pgledger(cluster, options.pgledger)
  const own = kinds.map((kind) => (kind === 'posting' ? onePosting : manyInACall))
  const tellers = await openTellers(cluster, Math.max(...CLIENTS))
  const accounts = await savingsAccounts(cluster)
  try {
    const rivals = [
      ...(base === null ? [] : [base]),
      ...others,
      ...own.flatMap((of) => of(cluster, tellers, accounts)),
    ]
    const figures: PostingFigures[] = []
    for (const clients of CLIENTS) figures.push(...(await compare(rivals, clients, options)))
    await requireBalance(cluster)
    return figures
  } finally {
    await Promise.all(tellers.map((db) => db.destroy()))
  }
}

async function compare(rivals: readonly Rival[], clients: number, { seconds, rounds }: PostingOptions) {
  const all = new Map<Rival, Round[]>(rivals.map((rival) => [rival, []]))
  for (let n = 0; n < rounds; n++)
    for (const rival of rivals) all.get(rival)?.push(await rival.run(clients, seconds))
  const base = [...all].find(([{ name }]) => name === 'TPC-B')?.[1] ?? []
  return [...all].map(([{ name }, done]) => figuresOf(name, clients, done, base))
}

const median = (values: readonly number[]) => (values.length === 0 ? null : percentile(values, 50))
const rate = (round: Round) => round.done / round.seconds
const work = (round: Round) => (round.server === null ? [] : [round.server / round.done])

function figuresOf(
  name: string,
  clients: number,
  done: readonly Round[],
  base: readonly Round[],
): PostingFigures {
  const took = done.flatMap((round) => round.took)
  return {
    name,
    clients,
    perSecond: percentile(done.map(rate), 50),
    p50: percentile(took, 50),
    p99: percentile(took, 99),
    serverMicroseconds: median(done.flatMap(work)),
    ratio: median(base.flatMap((of, n) => (done[n] === undefined ? [] : [rate(done[n]) / rate(of)]))),
    serverRatio: median(
      base.flatMap((of, n) =>
        work(of).flatMap((theirs) =>
          done[n] === undefined ? [] : work(done[n]).map((ours) => theirs / ours),
        ),
      ),
    ),
  }
}

type Contender = (
  cluster: LoadedCluster,
  tellers: readonly Kysely<DB>[],
  accounts: readonly string[],
) => Rival[]

/** Each client is a teller at a till of their own, who posts one deposit after the other. */
const onePosting: Contender = (cluster, tellers, accounts) => {
  const rival = (name: string, account: () => string): Rival => ({
    name,
    run: (clients, seconds) =>
      drive(cluster.server, clients, seconds, async (client) => {
        const { key, description, ...journal } = deposit(account())
        await postJournal(tellers[client] ?? fail(), key, journal, description)
        return 1
      }),
  })
  return [
    rival('one posting, random', () => oneOf(accounts)),
    rival('one posting, hot', () => accounts[0] ?? ''),
  ]
}

/** The same by fifty in a call; and one by one by callers who share a workstation, whose postings go together. */
const manyInACall: Contender = (cluster, tellers, accounts) => {
  const rival = (name: string, account: () => string): Rival => ({
    name,
    run: (clients, seconds) =>
      drive(cluster.server, clients, seconds, async (client) => {
        const postings = Array.from({ length: IN_A_CALL }, () => deposit(account()))
        const outcomes = await postBatch(tellers[client] ?? fail(), postings)
        if (outcomes.some((outcome) => 'refusal' in outcome))
          throw new Error('A posting of a batch was refused')
        return outcomes.length
      }),
  })
  const shared: Rival = {
    name: 'callers of one workstation',
    run: (clients, seconds) =>
      drive(cluster.server, clients, seconds, async () => {
        const { key, description, ...journal } = deposit(oneOf(accounts))
        await postJournal(tellers[0] ?? fail(), key, journal, description)
        return 1
      }),
  }
  return [
    rival(`batch of ${IN_A_CALL}, random`, () => oneOf(accounts)),
    rival(`batch of ${IN_A_CALL}, hot`, () => accounts[0] ?? ''),
    shared,
  ]
}

export const deposit = (account: string): Posting => {
  const amount = { minor: 1000n, currency: 'EUR' }
  return {
    key: newKey(),
    type: 'DEPOSIT',
    currency: 'EUR',
    description: null,
    legs: [
      { side: 'DEBIT', account: { own: 'TELLER_CASH' }, amount },
      { side: 'CREDIT', account: { id: account }, amount },
    ],
  }
}

export async function savingsAccounts({ admin }: LoadedCluster): Promise<string[]> {
  const { rows } = await withClient(admin, (client) =>
    client.query<{ id: string }>(
      `SELECT id FROM corex.accounts WHERE account_type = 'SAVINGS' AND status = 'ACTIVE' AND currency = 'EUR' LIMIT 20000`,
    ),
  )
  return rows.map(({ id }) => id)
}

async function requireBalance({ admin }: LoadedCluster): Promise<void> {
  const options = { options: '-c search_path=corex,ext' }
  const { rows } = await withClient(
    admin,
    (client) => client.query('SELECT * FROM check_books() LIMIT 5'),
    options,
  )
  if (rows.length > 0)
    throw new Error(`The books do not balance, so nothing is reported: ${JSON.stringify(rows)}`)
}

function fail(): never {
  throw new Error('There are fewer tellers than clients')
}

/** One line of the table. */
export const postingLine = (of: PostingFigures): string =>
  `${of.name.padEnd(28)}${String(of.clients).padStart(4)}${of.perSecond.toFixed(0).padStart(9)}/s` +
  `${of.p50.toFixed(1).padStart(9)}${of.p99.toFixed(1).padStart(9)}` +
  [of.serverMicroseconds?.toFixed(0), of.ratio?.toFixed(2), of.serverRatio?.toFixed(2)]
    .map((text) => (text ?? '-').padStart(10))
    .join('')
