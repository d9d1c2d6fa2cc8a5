// `npm run proof:failover [-- --workplaces 8 --seconds 10 --freeze]`: a primary with a synchronous standby, durable, and workplaces as processes that post
// without a pause. The primary is killed, the standby promoted: when does each workplace post again, is everything there that was acknowledged, once;
// and does nobody post at the old primary when it is back. `--freeze` lets the
// primary fall silent instead, as a machine without power does: no connection is closed.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { withClient } from '../../electron/db/admin.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { createBranch } from '../support/branch.ts'
import { type Desk, makeDesks } from '../support/desks.ts'
import { newCashPosting } from '../support/postings.ts'
import { openServerPair, type PairServer } from '../support/server-pair.ts'
import { PASSWORD } from '../support/users.ts'
import { giveKeys } from '../support/workplace.ts'
import { startTeller, type Teller } from './teller.ts'

const LIMIT_MS = 15_000
/** What a teller is told while the outcome is not known; the same slip is then sent again. */
const NOT_KNOWN: readonly string[] = ['SERVER_UNREACHABLE', 'STANDBY_SILENT', 'SERVER_BUSY']

const { values } = parseArgs({
  options: {
    workplaces: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '10' },
    freeze: { type: 'boolean', default: false },
  },
})
const count = Number(values.workplaces)
const phaseMs = Number(values.seconds) * 1000

/** A posting that was acknowledged: when it was sent first, and when its answer came. */
type Acknowledged = { readonly key: string; readonly sent: number; readonly answered: number }
type Workplace = { readonly teller: Teller; readonly account: string; readonly done: Acknowledged[] }

const accounts: string[] = []
let desks: Desk[] = []
await using folder = await temporaryFolder()
await using pair = await openServerPair({}, async (database) => {
  const branch = await createBranch(database)
  await giveKeys(database)
  for (let n = 0; n < count; n++) accounts.push(await openNewCustomersAccount(branch))
  desks = await makeDesks(database.superuser, database.admin, count)
})
const running = { on: true }
const workplaces = await Promise.all(desks.map(openWorkplace))

async function openWorkplace(desk: Desk, n: number): Promise<Workplace> {
  const teller = await startAt(n)
  if (teller.fault !== null) throw new Error(teller.fault)
  await must(teller.ask('sessions.signIn', { username: desk.username, password: PASSWORD }))
  await must(teller.ask('tills.open', { key: randomUUID(), tillId: desk.tillId, float: '0' }))
  return { teller, account: accounts[n] ?? '', done: [] }
}

function startAt(n: number): Promise<Teller> {
  const login = { ...pair.first.connection, ...desks[n]?.login }
  return startTeller({
    settingsFolder: join(folder.path, String(n)),
    url: pair.urlOf(login),
    page: randomUUID(),
  })
}

async function must(asked: Promise<{ ok: boolean } | null>): Promise<void> {
  const answer = await asked
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
}

async function work({ teller, account, done }: Workplace): Promise<void> {
  while (running.on) {
    const input = newCashPosting(account)
    const sent = performance.now()
    for (;;) {
      const answer = await teller.ask('postings.postDeposit', input)
      if (answer?.ok === true) break
      if (answer === null || !NOT_KNOWN.includes(answer.error.code)) throw new Error(JSON.stringify(answer))
      if (!running.on) return
      await wait(100)
    }
    done.push({ key: input.key, sent, answered: performance.now() })
    await teller.ask('intents.acknowledge', { key: input.key })
  }
}

const asked = <T extends object>({ connection }: PairServer, text: string, given: unknown[] = []) =>
  withClient(connection, async (client) => (await client.query<T>(text, given)).rows)
const countAt = async (server: PairServer) =>
  (await asked<{ n: number }>(server, 'SELECT count(*)::int AS n FROM corex.transactions'))[0]?.n ?? 0

const wrong: string[] = []
const over = Promise.all(workplaces.map(work))
over.catch((error: unknown) => wrong.push(String(error)))
await wait(phaseMs)
const before = workplaces.reduce((sum, { done }) => sum + done.length, 0)
console.log(
  `${count} workplaces, ${before} postings acknowledged in ${values.seconds} s; the primary ${values.freeze ? 'falls silent' : 'is killed'}`,
)
if (values.freeze) pair.first.freeze()
else await pair.first.kill()
await wait(1_000)
const promoting = performance.now()
pair.second.promote()
const promoted = performance.now()
const first = ({ done }: Workplace) => done.find(({ answered }) => answered > promoting)?.answered
while (workplaces.some((each) => first(each) === undefined) && performance.now() < promoted + 60_000)
  await wait(50)
const back = workplaces.map((each) => ((first(each) ?? Number.NaN) - promoted) / 1000)
await wait(phaseMs)
console.log(`promoted in ${((promoted - promoting) / 1000).toFixed(2)} s`)
console.log(`promotion to the first posting of each: ${back.map((s) => s.toFixed(2)).join(', ')} s`)
if (!back.every((s) => s * 1000 <= LIMIT_MS))
  wrong.push(`somebody was not at work within ${LIMIT_MS / 1000} s`)

if (values.freeze) pair.first.thaw()
else await pair.first.start()
const old = await countAt(pair.first)
console.log(`the old primary is back, and takes changes; ${values.seconds} s of work go on`)
await wait(phaseMs)
running.on = false
await over
const acknowledged = workplaces.flatMap(({ done }) => done)
const rows = await asked<{ key: string }>(
  pair.second,
  'SELECT idempotency_key AS key FROM corex.transactions WHERE idempotency_key = ANY ($1)',
  [acknowledged.map(({ key }) => key)],
)
const there = new Set(rows.map(({ key }) => key))
const lost = acknowledged.filter(({ key }) => !there.has(key)).length
if (lost > 0) wrong.push(`${lost} acknowledged postings are not there`)
if (rows.length > there.size) wrong.push(`${rows.length - there.size} postings are there twice`)
for (const fault of await asked(pair.second, 'SELECT * FROM corex.check_books()'))
  wrong.push(`the books: ${JSON.stringify(fault)}`)

// Without the new primary only the old one is left: nobody takes it.
await pair.second.kill()
await wait(phaseMs)
const added = (await countAt(pair.first)) - old
if (added > 0) wrong.push(`${added} postings were made at the old primary`)
await Promise.all(workplaces.map(({ teller }) => teller.kill()))
const reopened = await Promise.all(workplaces.map((_, n) => startAt(n)))
const refused = reopened.filter(({ fault }) => fault === 'SERVER_BEHIND').length
if (refused < count) wrong.push(`only ${refused} of ${count} workplaces refuse the old primary`)
await Promise.all(reopened.map((teller) => teller.kill()))

for (const line of wrong) console.error(`WRONG  ${line}`)
if (wrong.length > 0) process.exitCode = 1
else
  console.log(
    `holds  ${there.size} of ${acknowledged.length} acknowledged postings are there, none twice, the books balance; at work again after ${Math.max(...back).toFixed(2)} s at most; ${refused} of ${count} refuse the old primary, 0 postings at it`,
  )
