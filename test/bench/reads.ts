import type { Pool } from 'pg'
import { withClient } from '../../electron/db/admin.ts'
import { type LoadedCluster, percentile, signIn } from './loaded-cluster.ts'
import { timeStatement } from './statement.ts'

const TIMES = 15

/** How long the server takes for what somebody waits for, in milliseconds, and the most that it may take. */
export type ReadFigures = {
  readonly what: string
  readonly least: number
  readonly p50: number
  readonly worst: number
  readonly limit: number
}

type Reading = {
  readonly what: string
  readonly role: string
  readonly limit: number
  readonly text: string
  readonly values?: readonly unknown[]
}

/** A page is what fills a screen; a rare filter has to read past all that it does not want. */
const READINGS: readonly Reading[] = [
  ...[{}, { type: 'TRANSFER' }, { type: 'FEE' }, { status: 'PENDING' }, { amountFrom: '999999.00' }].map(
    (find): Reading => ({
      what: `journal page ${JSON.stringify(find)}`,
      role: 'SUPERVISOR',
      limit: 10,
      text: 'SELECT read_journal($1::jsonb, NULL, 50)',
      values: [JSON.stringify(find)],
    }),
  ),
  ...[
    [null, null],
    ['POSTED', null],
    ['KYC_REJECTED', null],
    ['NEVER', null],
    [null, 'customers'],
    [null, 'nothing'],
  ].map(([action, type]): Reading => ({
    what: `audit page ${action ?? 'any action'}, ${type ?? 'any record'}`,
    role: 'AUDITOR',
    limit: 10,
    text: 'SELECT * FROM read_audit(NULL, $1, $2, NULL, NULL, NULL, NULL, 50)',
    values: [action, type],
  })),
  { what: 'filters of the audit', role: 'AUDITOR', limit: 50, text: 'SELECT * FROM list_audit_filters()' },
  {
    what: 'trial balance',
    role: 'SUPERVISOR',
    limit: 1000,
    text: 'SELECT * FROM read_trial_balance(current_date, false)',
  },
  {
    what: 'trial balance by value date',
    role: 'SUPERVISOR',
    limit: 1000,
    text: 'SELECT * FROM read_trial_balance(current_date, true)',
  },
  {
    what: 'check of what is new',
    role: 'SUPERVISOR',
    limit: 1000,
    text: 'SELECT check_new_books(700)',
  },
]

/** Each reading as the person whose screen it is, planning included; the first time is left out, as the caches are cold. */
export async function timeReads(cluster: LoadedCluster): Promise<ReadFigures[]> {
  const pools = new Map<string, Pool>()
  try {
    const figures: ReadFigures[] = []
    for (const { what, role, limit, text, values = [] } of READINGS) {
      const pool = pools.get(role) ?? (await signIn(cluster, role))
      pools.set(role, pool)
      const took: number[] = []
      for (let n = 0; n <= TIMES; n++) took.push(await serverMilliseconds(pool, text, values))
      const warm = took.slice(1)
      figures.push({
        what,
        limit,
        least: Math.min(...warm),
        p50: percentile(warm, 50),
        worst: Math.max(...warm),
      })
    }
    return [...figures, await statement(cluster)]
  } finally {
    await Promise.all([...pools.values()].map((pool) => pool.end()))
  }
}

type Plan = { readonly 'Planning Time': number; readonly 'Execution Time': number }

async function serverMilliseconds(pool: Pool, text: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [Plan] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
    [...values],
  )
  const plan = rows[0]?.['QUERY PLAN'][0]
  return (plan?.['Planning Time'] ?? Number.NaN) + (plan?.['Execution Time'] ?? Number.NaN)
}

async function statement(cluster: LoadedCluster): Promise<ReadFigures> {
  const teller = await signIn(cluster, 'TELLER')
  try {
    const { entries, times } = await timeStatement(cluster.admin, teller)
    return {
      what: `page of a statement of ${entries} entries`,
      limit: 10,
      least: Math.min(...times),
      p50: percentile(times, 50),
      worst: percentile(times, 95),
    }
  } finally {
    await teller.end()
  }
}

/** How much there is, for the head of the report. */
export async function sizeOf({ admin }: LoadedCluster): Promise<string> {
  const { rows } = await withClient(admin, (client) =>
    client.query<{ n: string; what: string }>(
      `SELECT reltuples::bigint AS n, relname AS what FROM pg_class
       WHERE oid IN ('corex.customers'::regclass, 'corex.accounts'::regclass, 'corex.entries'::regclass) ORDER BY relname`,
    ),
  )
  return rows.map(({ n, what }) => `${n} ${what}`).join(', ')
}

/** One line of the table. */
export const readLine = ({ what, least, p50, worst, limit }: ReadFigures): string =>
  `${what.padEnd(48)}${least.toFixed(1).padStart(7)}${p50.toFixed(1).padStart(9)}${worst.toFixed(1).padStart(9)}${String(limit).padStart(8)}${p50 <= limit ? '' : '  above'}`
