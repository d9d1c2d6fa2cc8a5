// `npm run bench [-- --customers N]`: measurements on a cluster for this run, filled with the demonstration's data.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { timePostings } from './posting.ts'
import { drawQueries } from './queries.ts'
import { searchLine, timeSearches } from './search.ts'
import { openLoadedCluster, percentile, signIn, timeClones } from './loaded-cluster.ts'
import { timeStatement } from './statement.ts'

const LIMIT_MS = 50

const { values } = parseArgs({ options: { customers: { type: 'string', default: '100000' } } })
const customers = Number(values.customers)
if (!Number.isInteger(customers) || customers < 1000) throw new Error('--customers is a number from 1000')

const cluster = await openLoadedCluster(customers)
try {
  console.log(
    `\n${cpus().length} cores, ${customers} customers, loaded in ${cluster.loadSeconds.toFixed(0)} s`,
  )
  const teller = await signIn(cluster, 'TELLER')
  const figures = await timeSearches(teller, await drawQueries(cluster.admin))
  console.log('\nCustomer search, server-side ms\n                     n      p50      p95      p99      max')
  for (const line of figures) console.log(searchLine(line))
  const all = { kind: 'all', times: figures.flatMap(({ times }) => times) }
  console.log(searchLine(all))
  console.log(`\nStatement: ${await timeStatement(cluster.admin, teller)}`)
  await teller.end()
  console.log(
    `Clone of an empty migrated database: median ${(await timeClones(cluster.admin)).toFixed(0)} ms`,
  )
  console.log('\nPosting, deposits through post_journal')
  for (const line of await timePostings(cluster)) console.log(line)
  const holds = percentile(all.times, 95) < LIMIT_MS
  console.log(`\np95 under ${LIMIT_MS} ms: ${holds ? 'yes' : 'no'}`)
  if (!holds) process.exitCode = 1
} finally {
  await cluster.close()
}
