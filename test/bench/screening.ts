// `npm run bench:screening [-- --customers N --entries N --aliases N --seed N]`: all customers against a list, as the application does it,
// with the time; how many customers are found by nothing but their names, at several thresholds; how many published spellings of listed
// persons are found when that spelling itself is left out; and how long one customer takes at the counter. The names of the customers are
// as common as screening/name-frequencies.csv says. See docs/screening.md.
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { openOwnServer } from '../proof/own-server.ts'
import { registerCustomer } from '../support/customers.ts'
import { only } from '../support/queries.ts'
import { workedSince } from './load.ts'
import { percentile } from './loaded-cluster.ts'
import {
  areSpellings,
  drawList,
  drawPeople,
  type Person,
  publishedPersons,
  randomOf,
} from './screening/names.ts'
import { serverMicroseconds } from './server-time.ts'

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    entries: { type: 'string', default: '18000' },
    aliases: { type: 'string', default: '30000' },
    seed: { type: 'string', default: '1' },
  },
})
const random = randomOf(Number(values.seed))
const [LIMIT_SECONDS, LIMIT_ONE_MS, LEAST_RECALL, MOST_FALSE] = [60, 100, 95, 20]
const CUSTOMERS_AT_A_TIME = 1_000
const THRESHOLDS = [1, 66, 68, 70, 72, 74, 76, 78, 80, 85, 90, 95]

await using server = await openOwnServer()
const { branch } = server
const { superuser } = branch.database
const supervisor = branch.pool('supervisor')
const say = (line: string) => void process.stdout.write(`${line}\n`)

async function insertPeople(people: readonly Person[]): Promise<void> {
  const client = await superuser.connect()
  // Only what is screened matters, and not who wrote it: without triggers it takes seconds.
  await client.query('SET session_replication_role = replica')
  await client.query('SET statement_timeout = 0')
  await client.query(
    `INSERT INTO customers (id, customer_number, branch_id, first_name, last_name, date_of_birth, phone, address, city, country, name_key,
       surname_key, created_by, tax_residences, nationality)
     SELECT uuidv7(), 'B-' || n, $1, first, last, make_date(year, 6, 15), '+46701740605', 'Storgatan 4', 'Stockholm', 'SE', lower(first || ' ' || last),
       lower(last || ' ' || first), $2, '[{"country":"SE","tin":null}]', 'SE'
     FROM unnest($3::text[], $4::text[], $5::int[]) WITH ORDINALITY AS p (first, last, year, n)`,
    [
      branch.id,
      branch.staff.teller.id,
      people.map(({ first }) => first),
      people.map(({ last }) => last),
      people.map(({ year }) => year),
    ],
  )
  client.release(true)
}

/** Takes a list as the application does, and answers the run. */
async function takeList(entries: readonly object[]): Promise<string> {
  const key = randomUUID()
  await supervisor.query('SELECT begin_screening_list($1, $2, $3, $4, $5, 0)', [
    key,
    'Bench',
    'OFAC_XML',
    Buffer.alloc(32, 7),
    'today',
  ])
  for (let at = 0; at < entries.length; at += 500)
    await supervisor.query('SELECT add_listed_entries($1, $2::jsonb)', [
      key,
      JSON.stringify(entries.slice(at, at + 500)),
    ])
  const { rows } = await supervisor.query<{ run: string }>('SELECT finish_screening_list($1) AS run', [key])
  return only(rows).run
}

type Run = {
  readonly status: string
  readonly done: number
  readonly customers: number
  readonly cases: number
}

async function screenAll(pool: Pool, id: string): Promise<Run> {
  for (;;) {
    const { rows } = await pool.query<{ run: Run }>('SELECT advance_screening($1, $2) AS run', [
      id,
      CUSTOMERS_AT_A_TIME,
    ])
    const { run } = only(rows)
    if (process.stdout.isTTY) process.stdout.write(`\r${run.done} of ${run.customers}`)
    if (run.status === 'DONE') return run
  }
}

/** Each published spelling of a person that is like another one: found at which score when it is left out itself, 0 if not at all. */
async function recall(): Promise<readonly number[]> {
  const spellings = publishedPersons().flatMap(({ names, years }, n) =>
    names.slice(1).flatMap((name) => {
      const others = names.filter((other) => other !== name)
      return others.some((other) => areSpellings(name, other))
        ? [{ name, year: years[0] ?? 0, reference: String(n) }]
        : []
    }),
  )
  const scores: number[] = []
  for (let at = 0; at < spellings.length; at += 100)
    scores.push(...(await scoresOf(spellings.slice(at, at + 100))))
  return scores
}

type Spelling = { readonly name: string; readonly year: number; readonly reference: string }

async function scoresOf(spellings: readonly Spelling[]): Promise<readonly number[]> {
  const { rows } = await superuser.query<{ score: number }>(
    `WITH asked AS (SELECT uuidv7() AS id, * FROM unnest($1::text[], $2::int[], $3::text[]) AS a (name, year, reference)),
     found AS MATERIALIZED (SELECT m.* FROM matches_of_names(ARRAY(SELECT id FROM asked ORDER BY id), ARRAY(SELECT name FROM asked ORDER BY id),
       ARRAY(SELECT year FROM asked ORDER BY id)) AS m)
     SELECT coalesce(max(found.score) FILTER (WHERE n.name <> asked.name AND e.reference = asked.reference), 0) AS score
     FROM asked LEFT JOIN found ON found.ref = asked.id LEFT JOIN screening_names n ON n.id = found.name_id
       LEFT JOIN screening_entities e ON e.id = n.entity_id GROUP BY asked.id`,
    [
      spellings.map(({ name }) => name),
      spellings.map(({ year }) => year),
      spellings.map(({ reference }) => reference),
    ],
  )
  return rows.map(({ score }) => score)
}

/** Milliseconds of registering people one by one with a list, less those without. */
async function oneByOne(people: readonly Person[]): Promise<readonly number[]> {
  const took: number[] = []
  for (const { first, last, year } of people) {
    const since = performance.now()
    await registerCustomer(branch.pool('teller'), {
      firstName: first,
      lastName: last,
      dateOfBirth: `${year}-06-15`,
    })
    took.push(performance.now() - since)
  }
  return took
}

const count = Number(values.customers)
say(`Load average ${loadavg()[0]?.toFixed(1)}`)
await insertPeople(drawPeople(count, random))
await superuser.query('ANALYZE customers')
const list = drawList(Number(values.entries), Number(values.aliases), random)
let since = performance.now()
const id = await takeList(list)
say(
  `${list.length} entries with ${list.reduce((sum, { names }) => sum + names.length - 1, 0)} aliases taken in ${seconds()} s`,
)
await superuser.query('ANALYZE')
const before = serverMicroseconds(server.pid())
since = performance.now()
const run = await screenAll(supervisor, id)
const took = Number(seconds())
const worked = ((await workedSince(server.pid(), before)) ?? 0) / 1e6
say(
  `${run.done} customers screened in ${took} s by the clock, ${worked.toFixed(1)} s of the processor; ${run.cases} cases`,
)

const scores = await recall()
const found = await superuser.query<{ score: number }>(
  'SELECT max(score) AS score FROM screening_cases GROUP BY customer_id',
)
say('from   published spellings found   customers found by their names alone, of a thousand')
for (const threshold of THRESHOLDS)
  say(
    `${threshold}`.padStart(4) +
      `${share(scores, threshold).toFixed(2)} %`.padStart(27) +
      ((1000 * found.rows.filter(({ score }) => score >= threshold).length) / count).toFixed(1).padStart(30),
  )
const one = await oneByOne(drawPeople(200, random))
say(
  `One customer at registration, all of it: median ${percentile(one, 50).toFixed(1)} ms, p95 ${percentile(one, 95).toFixed(1)} ms`,
)
const falses = (1000 * found.rows.length) / count
const met = [
  took <= LIMIT_SECONDS || worked <= LIMIT_SECONDS,
  share(scores, 1) >= LEAST_RECALL,
  falses <= MOST_FALSE,
  percentile(one, 95) <= LIMIT_ONE_MS,
]
say(
  met.every(Boolean)
    ? 'All limits are met'
    : `Limits of time, spellings, false ones, one customer: ${met.join(', ')}`,
)
if (!met.every(Boolean)) process.exitCode = 1

function seconds(): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}

function share(all: readonly number[], threshold: number): number {
  return (100 * all.filter((score) => score >= threshold).length) / all.length
}
