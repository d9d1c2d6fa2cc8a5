import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { withClient } from '../../electron/db/admin.ts'
import { type LoadedCluster, percentile, signIn } from './loaded-cluster.ts'
import { type Reading, readingsOf } from './readings.ts'
import { ranFor } from './server-time.ts'

const TIMES = 6
/** The server gives a statement up after its timeout. */
const TIMED_OUT = '57014'
/** What takes longer is not asked so often. */
const PATIENCE_MS = 3_000

/** How long the server takes for what somebody waits for, in milliseconds, and the most that 95 of 100 may take. */
export type ReadFigures = {
  readonly what: string
  readonly least: number
  readonly p50: number
  readonly p95: number
  /** The processor's time that the server needed, by half of them: what other work on the machine hardly changes. */
  readonly worked: number
  readonly worked95: number
  readonly limit: number
}

/** Each reading as the person whose screen it is, planning included; the first time is left out, as the caches are cold. `tell` is called for each. */
export async function timeReads(
  cluster: LoadedCluster,
  tell: (figures: ReadFigures) => void,
): Promise<ReadFigures[]> {
  const pools = new Map<string, Pool>()
  try {
    const figures: ReadFigures[] = []
    for (const reading of await readingsOf(cluster)) {
      const pool = pools.get(reading.role) ?? (await signIn(cluster, reading.role))
      pools.set(reading.role, pool)
      const one = await timed(pool, reading)
      figures.push(one)
      tell(one)
    }
    return figures
  } finally {
    await Promise.all([...pools.values()].map((pool) => pool.end()))
  }
}

async function timed(pool: Pool, { what, limit, text, values = [] }: Reading): Promise<ReadFigures> {
  const client = await pool.connect()
  try {
    await serverMilliseconds(client, text, values)
    const { rows } = await client.query<{ pid: string }>('SELECT pg_backend_pid()::text AS pid')
    const pid = rows[0]?.pid ?? ''
    const took: number[] = []
    const worked: number[] = []
    const until = performance.now() + PATIENCE_MS
    do {
      const before = ranFor(pid)
      took.push(await serverMilliseconds(client, text, values))
      worked.push((ranFor(pid) - before) / 1000)
    } while (took.length < TIMES && performance.now() < until)
    return {
      what,
      limit,
      least: Math.min(...took),
      p50: percentile(took, 50),
      p95: percentile(took, 95),
      worked: percentile(worked, 50),
      worked95: percentile(worked, 95),
    }
  } finally {
    client.release()
  }
}

type Plan = { readonly 'Planning Time': number; readonly 'Execution Time': number }

async function serverMilliseconds(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<number> {
  const { rows } = await client
    .query<{ 'QUERY PLAN': [Plan] }>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, [...values])
    .catch((error: unknown) => {
      if (error instanceof DatabaseError && error.code === TIMED_OUT) return { rows: [] }
      throw error
    })
  const plan = rows[0]?.['QUERY PLAN'][0]
  return plan === undefined ? Number.POSITIVE_INFINITY : plan['Planning Time'] + plan['Execution Time']
}

/** How much there is, for the head of the report. */
export async function sizeOf({ admin }: LoadedCluster): Promise<string> {
  const { rows } = await withClient(admin, (client) =>
    client.query<{ n: string; what: string }>(
      `SELECT sum(reltuples)::bigint AS n, what FROM (SELECT reltuples, regexp_replace(relname, '_logs_\\d+$', ' rows') AS what
         FROM pg_class WHERE relkind = 'r' AND relnamespace = 'corex'::regnamespace) AS t
       WHERE what IN ('customers', 'accounts', 'entries', 'audit rows') GROUP BY what ORDER BY what`,
    ),
  )
  return rows.map(({ n, what }) => `${n} ${what}`).join(', ')
}

/** One line of the table. */
export const readLine = ({ what, least, p50, p95, worked, limit }: ReadFigures): string =>
  `${what.padEnd(72)}${[least, p50, p95, worked].map((value) => value.toFixed(1).padStart(9)).join('')}${String(limit).padStart(8)}${p95 <= limit ? '' : '  above'}`
