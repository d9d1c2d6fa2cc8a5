// `npm run bench [-- posting|batch|search|reads|bytes|all …] [--customers N] [--seconds N] [--rounds N] [--postings N] [--json FILE]
// [--pgledger FILE] [--keep FOLDER]`: measurements on a cluster for this run, filled with the demonstration's data; more than 100,000
// customers are copies of fewer. With --keep the cluster is made in that folder and stays, and the next run with it takes its readings
// there. Durability is on.
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { bytesLine, measureBytes, WRITE_AHEAD_LOG } from './bytes.ts'
import { openLoadedCluster, percentile, signIn, timeClones } from './loaded-cluster.ts'
import { type PostingKind, postingLine, timePostings } from './posting.ts'
import { drawQueries } from './queries.ts'
import { readLine, sizeOf, timeReads } from './reads.ts'
import { searchLine, timeSearches } from './search.ts'

/** Who types a name wrong waits for a search of all names. */
const SEARCH_LIMIT_MS = 50
const MISSPELT_LIMIT_MS = 150
/** What so many postings leave is the same from run to run. */
const BYTES_LIMIT = 1100
const AREAS = ['posting', 'batch', 'search', 'reads', 'bytes', 'all']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    customers: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    postings: { type: 'string', default: '16000' },
    json: { type: 'string' },
    keep: { type: 'string' },
    pgledger: { type: 'string', multiple: true },
  },
})
const areas = positionals.length === 0 ? ['all'] : positionals
if (!areas.every((area) => AREAS.includes(area))) throw new Error(`Some of ${AREAS.join(', ')}`)
const [customers, seconds, rounds] = [values.customers, values.seconds, values.rounds].map(Number)
if (!Number.isInteger(customers) || Number(customers) < 1000)
  throw new Error('--customers is a number from 1000')
if (!(Number(seconds) >= 1 && Number(rounds) >= 1))
  throw new Error('--seconds and --rounds are numbers from 1')

const asked = (name: string) => areas.includes('all') || areas.includes(name)
const cluster = await openLoadedCluster(Number(customers), values.keep ?? null)
const report: Record<string, unknown> = {
  taken: new Date().toISOString(),
  cores: cpus().length,
  load: [loadavg()],
  seconds,
  rounds,
}
const print = (lines: readonly string[]) => {
  for (const line of lines) console.log(line)
}
try {
  report['size'] = await sizeOf(cluster)
  print([
    '',
    `${cpus().length} cores, ${String(report['size'])}, loaded in ${cluster.loadSeconds.toFixed(0)} s`,
  ])
  if (asked('bytes')) await bytes()
  if (asked('search')) await search()
  if (asked('reads')) await reads()
  const kinds = (['posting', 'batch'] satisfies PostingKind[]).filter(asked)
  if (kinds.length > 0) await posting(kinds)
  report['load'] = [...(report['load'] as number[][]), loadavg()]
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await cluster.close()
}

async function search(): Promise<void> {
  const teller = await signIn(cluster, 'TELLER')
  const figures = await timeSearches(teller, await drawQueries(cluster.admin))
  await teller.end()
  const all = {
    kind: 'all',
    times: figures.flatMap(({ times }) => times),
    worked: figures.flatMap(({ worked }) => worked),
  }
  const heads = '      p50      p95      p99      max'
  print([
    '',
    `Customer search, server-side ms${'worked'.padStart(35)}`,
    `                     n${heads}${heads}`,
  ])
  print([...figures, all].map(searchLine))
  report['search'] = [...figures, all].map(({ kind, times, worked }) => ({
    kind,
    n: times.length,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    worked95: percentile(worked, 95),
  }))
  const limits = `p95 of each at most ${SEARCH_LIMIT_MS} ms, misspelt ${MISSPELT_LIMIT_MS}`
  for (const by of ['times', 'worked'] as const) {
    const above = [...figures, all].filter(
      (one) => percentile(one[by], 95) > (one.kind === 'misspelt' ? MISSPELT_LIMIT_MS : SEARCH_LIMIT_MS),
    )
    print([
      verdict(
        by === 'times',
        above.length === 0 ? limits : `above: ${above.map(({ kind }) => kind).join(', ')}`,
      ),
    ])
    if (by === 'times' && above.length > 0) process.exitCode = 1
  }
}

async function reads(): Promise<void> {
  print([
    '',
    `Reads, server-side ms; load average ${loadavg()[0]?.toFixed(1)}`.padEnd(72) +
      '    least      p50      p95   worked   limit',
  ])
  const figures = await timeReads(cluster, (one) => print([readLine(one)]))
  const clone = await timeClones(cluster.admin)
  print([`Clone of an empty migrated database: median ${clone.toFixed(0)} ms`])
  report['reads'] = figures
  report['clone'] = clone
  const late = figures.filter(({ p95, limit }) => p95 > limit)
  const busy = figures.filter(({ worked95, limit }) => worked95 > limit)
  print([
    verdict(true, `${late.length} of ${figures.length} readings are above their limit`),
    verdict(false, `${busy.length}${busy.map(({ what }) => `\n  ${what}`).join('')}`),
  ])
  if (late.length > 0) process.exitCode = 1
}

/** What each posting leaves in all tables and indexes together; the write-ahead log, which is kept for a while, stands beside it. */
async function bytes(): Promise<void> {
  const figures = await measureBytes(cluster, Number(values.postings))
  const kept = figures.filter(({ name }) => name !== WRITE_AHEAD_LOG).reduce((sum, one) => sum + one.bytes, 0)
  print(['', `Bytes that each of ${values.postings} postings left`, ...figures.map(bytesLine)])
  print([`In all tables and indexes: ${kept.toFixed(0)}, limit ${BYTES_LIMIT}`])
  report['bytes'] = figures
  if (kept > BYTES_LIMIT) process.exitCode = 1
}

/** The clock decides on the exit; on a machine with other work, the processor's time says what the clock cannot. */
function verdict(byClock: boolean, text: string): string {
  return `${byClock ? 'By the clock' : "By the processor's time"}: ${text}`
}

async function posting(kinds: readonly PostingKind[]): Promise<void> {
  const options = { seconds: Number(seconds), rounds: Number(rounds), pgledger: values.pgledger ?? [] }
  const figures = await timePostings(cluster, kinds, options)
  print([
    '',
    'Posting by the application; ms of a call, µs of the server for a posting, and both against TPC-B',
  ])
  print([
    'contender                 clients     rate      p50      p99    server     ratio    server',
    ...figures.map(postingLine),
  ])
  report['posting'] = figures
}
