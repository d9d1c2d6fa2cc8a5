import type { Pool } from 'pg'
import { percentile } from './loaded-cluster.ts'
import type { Query } from './queries.ts'
import { ranFor } from './server-time.ts'

const LIMIT = 20
const WARM_UP = 60

/** Milliseconds of each search: by the clock, and what the server's process worked, which other work on the machine changes little. */
export type SearchFigures = {
  readonly kind: string
  readonly times: readonly number[]
  readonly worked: readonly number[]
}

/**
 * The time that the server took for each search, in milliseconds: planning and execution as EXPLAIN ANALYZE reports them,
 * asked for by the signed-in teller over the workstation's login. One client; caches warm.
 */
export async function timeSearches(teller: Pool, queries: readonly Query[]): Promise<SearchFigures[]> {
  const client = await teller.connect()
  try {
    for (const { text } of queries.slice(0, WARM_UP))
      await client.query('SELECT * FROM search_customers($1, $2)', [text, LIMIT])
    const { rows: own } = await client.query<{ pid: string }>('SELECT pg_backend_pid()::text AS pid')
    const pid = own[0]?.pid ?? ''
    const byKind = new Map<string, { times: number[]; worked: number[] }>()
    const slowest: Array<{ text: string; took: number }> = []
    for (const { kind, text } of queries) {
      const before = ranFor(pid)
      const { rows } = await client.query<{ 'QUERY PLAN': [Plan] }>(
        'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) SELECT * FROM search_customers($1, $2)',
        [text, LIMIT],
      )
      const plan = rows[0]?.['QUERY PLAN'][0]
      const took = (plan?.['Planning Time'] ?? Number.NaN) + (plan?.['Execution Time'] ?? Number.NaN)
      const figures = byKind.get(kind) ?? { times: [], worked: [] }
      figures.times.push(took)
      figures.worked.push((ranFor(pid) - before) / 1000)
      byKind.set(kind, figures)
      slowest.push({ text, took })
    }
    slowest.sort((a, b) => b.took - a.took)
    console.log(
      `Slowest: ${slowest
        .slice(0, 6)
        .map(({ text, took }) => `"${text}" ${took.toFixed(1)}`)
        .join(', ')}`,
    )
    return [...byKind].map(([kind, figures]) => ({ kind, ...figures }))
  } finally {
    client.release()
  }
}

type Plan = { 'Planning Time': number; 'Execution Time': number }

/** One line of the table: how many, and the percentiles in milliseconds, by the clock and by the processor's time. */
export const searchLine = ({ kind, times, worked }: SearchFigures): string =>
  `${kind.padEnd(18)}${String(times.length).padStart(6)}` +
  [times, worked]
    .flatMap((values) => [50, 95, 99, 100].map((p) => percentile(values, p).toFixed(1).padStart(9)))
    .join('')
