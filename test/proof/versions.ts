// `npm run proof:versions -- --previous <commit> [--minutes N] [--customers N] [--data <folder>] [--build <folder>]`: the release before and
// this one at work on one database, which is upgraded meanwhile. Both are the bundles that their own sources build. What fails is said.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { buildOnce } from './build-once.ts'
import { makePlaces } from './versions/branch-at-work.ts'
import { buildRelease, serveRelease, type Superuser } from './versions/previous.ts'
import { during, failures, faultsOf, faultsOfBooks, longest } from './versions/told.ts'
import { type Ledger, type Shift, work } from './versions/work.ts'
import { type Made, startWorkstation } from './versions/workstation.ts'

/** Of each release. */
const STAFF = ['TELLER', 'TELLER', 'SUPERVISOR'] as const
/** Nobody waits longer for an upgrade. */
const MOST_MS = 2000

const { values } = parseArgs({
  options: {
    previous: { type: 'string' },
    minutes: { type: 'string', default: '2' },
    customers: { type: 'string', default: '3000' },
    data: { type: 'string' },
    build: { type: 'string' },
    think: { type: 'string', default: '1000' },
  },
})
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`)
const root = join(import.meta.dirname, '../..')
const until = { ms: Date.now() + Number(values.minutes) * 60_000 }
const made: Made[] = []
const acknowledged: Ledger = new Map()
const counts = new Map<string, string>()

if (values.previous === undefined) throw new Error('--previous names the commit of the release before')
const folder = await mkdtemp(join(tmpdir(), 'corex-versions-'))
await chmod(folder, 0o711) // root's server runs as a system user, which has to pass through
say('building both releases …')
const previous = await buildRelease(values.previous, values.build ?? join(folder, 'previous'))
buildOnce()
say(`filling a database by ${values.previous} …`)
const { admin, stop } = await serveRelease(
  previous,
  Number(values.customers),
  values.data ?? join(folder, 'data'),
)
try {
  await prove(admin)
} finally {
  await stop()
  await rm(folder, { recursive: true, force: true })
}

async function prove(server: Superuser): Promise<void> {
  const stood = new Set(await faultsOfBooks(server))
  const since = new Date()
  until.ms = Date.now() + Number(values.minutes) * 60_000
  const places = await makePlaces(server, [...STAFF, ...STAFF])
  const before = places.slice(0, STAFF.length)
  const today = places.slice(STAFF.length)
  const shifts = await Promise.all(before.map((place) => begin('previous', previous, place)))
  const atWork = shifts.map(work)
  await after(15_000)
  say(`${made.length} calls of the previous release alone; upgrading …`)
  const began = Date.now()
  await provision(server, server.database, MIGRATIONS)
  const migrated = await migrate(server, MIGRATIONS, say)
  const ended = Date.now()
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
  const wait = longest(during(made, began, ended))
  say(`upgraded in ${ended - began} ms; the longest call meanwhile: ${Math.round(wait.ms)} ms (${wait.what})`)
  const joined = await Promise.all(today.map((place) => begin('this', root, place)))
  atWork.push(...joined.map(work))
  const [first] = shifts
  if (first !== undefined) await comeBack(first)
  await Promise.all(atWork)
  for (const { workstation } of [...shifts, ...joined]) await workstation.close()
  await after(2000)
  await report(server, since, stood, longest(during(made, began, ended + 2000)))
}

async function begin(release: string, application: string, place: Shift['place']): Promise<Shift> {
  const { url } = place
  const workstation = await startWorkstation({ release, application, url, onMade: (call) => made.push(call) })
  const till = { cents: 0, waiting: [] }
  return {
    workstation,
    place,
    till,
    counts,
    acknowledged,
    think: Number(values.think),
    isOver: () => Date.now() > until.ms,
  }
}

/** Somebody with the previous release closes it, and opens it again on the upgraded database, at another workstation of it. */
async function comeBack({ place }: Shift): Promise<void> {
  const again = await begin('previous', previous, { ...place, tillId: null, role: 'SUPERVISOR' })
  const answer = await again.workstation.ask('sessions.get', {})
  say(`the previous release opens the upgraded database: ${answer.ok ? 'yes' : JSON.stringify(answer.error)}`)
  await again.workstation.close()
}

async function report(
  server: Superuser,
  since: Date,
  stood: ReadonlySet<string>,
  wait: { ms: number; what: string },
): Promise<void> {
  const added = (await faultsOfBooks(server)).filter((fault) => !stood.has(fault))
  const faults = [...(await faultsOf(server, acknowledged, since)), ...added]
  const failed = failures(made)
  const posted = [...acknowledged.values()].filter((status) => status === 'COMPLETED').length
  for (const [what, times] of failed) say(`FAILED ${times} times: ${what}`)
  for (const fault of faults) say(`FAULT ${fault}`)
  const all = longest(made)
  const count = (release: string) => made.filter((call) => call.release === release).length
  say(
    `${made.length} calls, ${count('previous')} of the previous release and ${count('this')} of this one; ${posted} postings acknowledged and posted, ` +
      `${acknowledged.size - posted} more put before a second person; the longest call of the upgrade ${Math.round(wait.ms)} ms (${wait.what}), ` +
      `of all ${Math.round(all.ms)} ms (${all.what}); ${failed.size === 0 && faults.length === 0 ? 'nothing failed, the books balance' : 'BROKEN'}`,
  )
  if (failed.size > 0 || faults.length > 0 || wait.ms > MOST_MS) process.exitCode = 1
}
