// `npm run bench:workstations [-- --count 200 --minutes 30 --think 10]`: so many workstations at work on one server with its real, durable settings,
// each with its own login, session and pools, by the real contract: how long postings take, what fails, whether memory stays, how many connections.
import { mkdirSync } from 'node:fs'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { withClient } from '../../../electron/db/admin.ts'
import { temporaryFolder } from '../../db/fixtures/temporary-folder.ts'
import { makeDesks } from '../../support/desks.ts'
import { openLoadedCluster, percentile } from '../loaded-cluster.ts'
import { liftLimits } from '../tellers.ts'
import { connectionsOf, memoryOf } from './server-state.ts'
import type { Found } from './desk-at-work.ts'
import type { Held, Measured } from './worker.ts'

const LIMIT_MS = 300
const MOST_IDLE = 3
/** Whole numbers of megabytes: what a collector has not collected yet is no leak. */
const MB = 1024 * 1024

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '30' },
    think: { type: 'string', default: '10' },
    processes: { type: 'string', default: '4' },
    customers: { type: 'string', default: '5000' },
  },
})
const [count, minutes, think, processes, customers] = [
  values.count,
  values.minutes,
  values.think,
  values.processes,
  values.customers,
].map(Number) as [number, number, number, number, number]

await using folder = await temporaryFolder()
const cluster = await openLoadedCluster(customers, null, { max_connections: String(count * 5 + 50) })
const { desks, found } = await withClient(
  cluster.admin,
  async (client) => {
    await liftLimits(client, 'DEPOSIT')
    await liftLimits(client, 'WITHDRAWAL')
    const { rows } = await client.query<Found>(
      `SELECT a.id, a.account_number AS number, c.last_name AS surname FROM accounts a JOIN balances b ON b.account_id = a.id
       JOIN customers c ON c.id = a.customer_id
       WHERE a.account_type = 'SAVINGS' AND a.status = 'ACTIVE' AND a.currency = 'EUR' AND b.available_balance > 1000 LIMIT 2000`,
    )
    const deciding = Math.floor(count / 10)
    const tellers = await makeDesks(client, cluster.admin, count - deciding)
    return {
      desks: [...tellers, ...(await makeDesks(client, cluster.admin, deciding, 'SUPERVISOR'))],
      found: rows,
    }
  },
  { options: '-c search_path=corex,ext' },
)
console.log(
  `${count} workstations in ${processes} processes, ${found.length} accounts of ${customers} customers`,
)

const workers = Array.from({ length: processes }, (_, n) => {
  const child = fork(join(import.meta.dirname, 'worker.ts'), [], { execArgv: ['--expose-gc'] })
  const waiting: ((told: { ready?: true; measured?: Measured }) => void)[] = []
  child.on('message', (told: { ready?: true; measured?: Measured }) => waiting.shift()?.(told))
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) throw new Error(`A process of workstations ended with ${code}`)
  })
  const ask = (said: Held | 'tell') =>
    new Promise<{ ready?: true; measured?: Measured }>((answered) => {
      waiting.push(answered)
      child.send(said)
    })
  const own = join(folder.path, String(n))
  mkdirSync(own)
  const held: Held = {
    folder: own,
    server: cluster.admin,
    desks: desks.filter((_desk, at) => at % processes === n),
    found,
    thinkMs: think * 1000,
  }
  return { child, ask, open: () => ask(held) }
})
const opening = performance.now()
await Promise.all(workers.map(({ open }) => open()))
console.log(`all are signed in after ${((performance.now() - opening) / 1000).toFixed(0)} s`)
for (const { child } of workers) child.send('begin')

const took = new Map<string, number[]>()
const failed = new Map<string, number>()
const lines: { server: number; workers: number; heap: number; connections: number; most: number }[] = []
const begun = performance.now()
const ends = begun + minutes * 60_000
while (performance.now() < ends) {
  await wait(Math.min(60_000, Math.max(1_000, ends - performance.now())))
  await look()
}

async function look(): Promise<void> {
  const told = (await Promise.all(workers.map(({ ask }) => ask('tell')))).flatMap(
    ({ measured }) => measured ?? [],
  )
  for (const each of told) {
    for (const [name, all] of Object.entries(each.took)) took.set(name, [...(took.get(name) ?? []), ...all])
    for (const [what, n] of Object.entries(each.failed)) failed.set(what, (failed.get(what) ?? 0) + n)
  }
  const postings = told.flatMap((each) => postingsIn(Object.entries(each.took)))
  const { all, most } = await connectionsOf(cluster.admin)
  const line = {
    server: memoryOf(cluster.server) / MB,
    workers: told.reduce((sum, { resident }) => sum + resident, 0) / MB,
    heap: told.reduce((sum, { heap }) => sum + heap, 0) / MB,
    connections: all,
    most,
  }
  lines.push(line)
  const after = ((performance.now() - begun) / 60_000).toFixed(1)
  console.log(
    `${after.padStart(5)} min  ${postings.length} postings, p95 ${percentile(postings, 95).toFixed(0)} ms; server ${line.server.toFixed(0)} MB, workstations ${line.workers.toFixed(0)} MB (heap ${line.heap.toFixed(0)}); ${all} connections, ${most} of one at most`,
  )
}

function postingsIn(calls: readonly (readonly [string, readonly number[]])[]): number[] {
  return calls.flatMap(([name, all]) => (name.startsWith('postings.post') ? all : []))
}

for (const { child } of workers) child.send('end')
await wait(5_000)
// Once nobody has done anything for a while, each keeps what it needs to begin at once.
await wait(70_000)
const idle = await connectionsOf(cluster.admin)
const postings = postingsIn([...took])
for (const [name, all] of [...took].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(
    `${name.padEnd(28)} ${String(all.length).padStart(8)}  p50 ${percentile(all, 50).toFixed(0)} ms, p95 ${percentile(all, 95).toFixed(0)} ms, p99 ${percentile(all, 99).toFixed(0)} ms`,
  )
const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(postings, percent)) as [
  number,
  number,
  number,
]
const middle = lines[Math.floor(lines.length / 2)]
const first = lines[Math.min(1, lines.length - 1)]
const last = lines.at(-1)
const grown = (of: 'server' | 'heap') => ((last?.[of] ?? 0) - (first?.[of] ?? 0)) / (first?.[of] ?? 1)
const wrong = [
  ...(p95 > LIMIT_MS ? [`postings: p95 ${p95.toFixed(0)} ms, more than ${LIMIT_MS}`] : []),
  ...[...failed].map(([what, n]) => `${n} times ${what}`),
  ...(idle.most > MOST_IDLE ? [`an idle workstation keeps ${idle.most} connections`] : []),
]
console.log(
  `memory at the start, in the middle and at the end: server ${[first, middle, last].map((line) => line?.server.toFixed(0)).join(', ')} MB (${(grown('server') * 100).toFixed(0)} %), heap of the workstations ${[first, middle, last].map((line) => line?.heap.toFixed(0)).join(', ')} MB (${(grown('heap') * 100).toFixed(0)} %)`,
)
console.log(`idle: ${idle.all} connections, ${idle.most} of one workstation at most`)
for (const line of wrong) console.error(`WRONG  ${line}`)
if (wrong.length > 0) process.exitCode = 1
else
  console.log(
    `holds  ${count} workstations, ${minutes} min, ${postings.length} postings: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, no error`,
  )
for (const { child } of workers) child.disconnect()
await cluster.close()
process.exit()
