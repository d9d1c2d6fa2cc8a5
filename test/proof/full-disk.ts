import { randomUUID } from 'node:crypto'
import { urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { PASSWORD } from '../support/users.ts'
import { type ProofOptions, runAlone } from './alone.ts'
import { type Counter, openCounter } from './counter.ts'
import { expectSoon } from './expect-soon.ts'
import { type MainProcess, openMainProcess } from './main-process.ts'
import { openOwnServer, type OwnServer } from './own-server.ts'
import { openSmallDisk, whyNoSmallDisk } from './small-disk.ts'

/** Enough for a cluster, three databases and some of its log. */
const SERVER_DISK = '600m'
const WORKSTATION_DISK = '128k'
const MOST_POSTINGS = 500

/** Fills the workstation's disk, then the server's, while a teller posts. */
export async function proveFullDisk({ minutes, log }: ProofOptions): Promise<string> {
  const skipped = whyNoSmallDisk()
  if (skipped !== null) return `full disk: skipped, ${skipped}`
  await using disk = await openSmallDisk(SERVER_DISK)
  await using server = await openOwnServer(`${disk.path}/data`)
  const counter = await openCounter(server.branch)
  const until = Date.now() + minutes * 60_000
  let rounds = 0
  do {
    rounds += 1
    await fillWorkstation(counter, server)
    await noFaults(counter, 'after the workstation’s disk was full')
    await fillServer(counter, server, disk)
    await noFaults(counter, 'after the server’s disk was full')
    log(`filled both disks, ${JSON.stringify(counter.counts())}`)
  } while (Date.now() < until)
  const { intents, posted } = counter.counts()
  return `full disk: ${rounds} rounds, ${intents} intents, ${posted} of them posted and known to be; the books balance`
}

async function noFaults(counter: Counter, when: string): Promise<void> {
  const faults = await counter.faults()
  if (faults.length > 0) throw new Error(`${when}:\n${faults.join('\n')}`)
}

async function atWork(counter: Counter, server: OwnServer, settingsFolder: string): Promise<MainProcess> {
  const main = await openMainProcess(settingsFolder, urlOf(server.connection), randomUUID())
  const { username } = counter.branch.staff.teller
  await main.call('sessions.signIn', { username, password: PASSWORD })
  return main
}

/** Refused by name before it is sent; with space again the very same press posts it. */
async function fillWorkstation(counter: Counter, server: OwnServer): Promise<void> {
  await using disk = await openSmallDisk(WORKSTATION_DISK)
  await using main = await atWork(counter, server, disk.path)
  const { name, input } = counter.intent()
  disk.fill()
  const refused = await main.ask(name, input)
  if (refused.ok || refused.error.code !== 'INTENT_NOT_WRITTEN')
    throw new Error(`A full disk answered ${JSON.stringify(refused)}`)
  await noFaults(counter, 'with the workstation’s disk full')
  disk.free()
  await main.call(name, input)
  counter.confirm(input.key)
  await main.call('intents.acknowledge', { key: input.key })
}

/** Postings go on until the server has no space for its log; with space again it starts, and each outcome is asked for. */
async function fillServer(
  counter: Counter,
  server: OwnServer,
  disk: { fill: () => void; free: () => void },
): Promise<void> {
  await using folder = await temporaryFolder()
  await using main = await atWork(counter, server, folder.path)
  disk.fill()
  const over = writeLogUntilFull(server)
  const unknown = await postUntilRefused(counter, main)
  await over
  disk.free()
  await server.restart()
  await expectSoon('the outcome is known', async () => {
    const answer = await main.ask(unknown.name, unknown.input)
    return answer.ok
  })
  counter.confirm(unknown.input.key)
  await main.call('intents.acknowledge', { key: unknown.input.key })
}

async function writeLogUntilFull({ branch }: OwnServer): Promise<void> {
  const message = `SELECT pg_logical_emit_message(false, 'proof', repeat('x', 8000000))`
  const { superuser } = branch.database
  for (let written = 0; written < 200; written += 1) {
    const failed = await superuser.query(message).then(
      () => false,
      () => true,
    )
    if (failed) return
  }
  throw new Error('The server’s disk did not become full')
}

async function postUntilRefused(counter: Counter, main: MainProcess) {
  for (let posted = 0; posted < MOST_POSTINGS; posted += 1) {
    const intent = counter.intent()
    const answer = await main.ask(intent.name, intent.input)
    if (!answer.ok) return intent
    counter.confirm(intent.input.key)
    await main.call('intents.acknowledge', { key: intent.input.key })
  }
  throw new Error('A full disk refused nothing')
}

if (import.meta.main) await runAlone(proveFullDisk)
