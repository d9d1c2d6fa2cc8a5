import { randomUUID } from 'node:crypto'
import type { Envelope } from '../../shared/contract.ts'
import { type Connection, urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { PASSWORD } from '../support/users.ts'
import type { Counter, Intent, Posted } from './counter.ts'
import { expectSoon } from './expect-soon.ts'
import { type Line, type Moment, openLine } from './line.ts'
import { type MainProcess, openMainProcess } from './main-process.ts'

/** Ways in which the line fails a posting, each at one moment. */
export const CUTS: Readonly<Record<string, Cut>> = {
  'is late with the posting': { at: 'query', act: ({ deliver }) => void setTimeout(deliver, 300) },
  'is late with the answer': { at: 'answer', act: ({ deliver }) => void setTimeout(deliver, 300) },
  'is reset before the posting reaches the server': { at: 'query', act: reset },
  'is cut in the middle of the posting': {
    at: 'query',
    act: (moment) => {
      moment.deliver(40)
      reset(moment)
    },
  },
  'is cut exactly after the commit': { at: 'answer', act: reset },
  'is half open after the commit: the server is gone, and the workstation hears nothing': {
    at: 'answer',
    act: ({ server }) => void server.destroy(),
    isSlow: true,
  },
  'is cut in the middle of the answer': {
    at: 'answer',
    act: (moment) => {
      moment.deliver(40)
      reset(moment)
    },
  },
}

type Cut = {
  readonly at: 'query' | 'answer'
  readonly act: (moment: Moment) => void
  /** Found out only when the limit of a query has passed. */
  readonly isSlow?: true
}

function reset({ client, server }: Moment): void {
  client.resetAndDestroy()
  server.destroy()
}

const POSTING = /post_journal/
const ENOUGH = 50

/** A workstation whose line to the server can be cut, with the teller signed in. */
export async function openCutCounter(counter: Counter, connection: Connection) {
  const folder = await temporaryFolder()
  const line = await openLine(connection)
  const main = await openMainProcess(folder.path, urlOf(line.connection), randomUUID())
  const { username } = counter.branch.staff.teller
  await main.call('sessions.signIn', { username, password: PASSWORD })
  const close = async () => {
    await main[Symbol.asyncDispose]()
    await line[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  }
  return { main, line, settingsFolder: folder.path, [Symbol.asyncDispose]: close }
}

/** Posts while the line fails, and asks again as the window does until the outcome is known. */
export async function postThroughCut(
  counter: Counter,
  main: MainProcess,
  line: Line,
  cut: Cut,
): Promise<void> {
  const intent = counter.intent()
  const reached = line.next({ ...cut, of: POSTING })
  const first = main.ask(intent.name, intent.input)
  await reached
  await settleAsWindow(counter, main, intent, first)
}

/** What the window does with an outcome that is not known: it asks with the same key until it is. */
async function settleAsWindow(
  counter: Counter,
  main: MainProcess,
  { name, input }: Intent,
  first: Promise<Envelope<Posted>>,
): Promise<void> {
  let answer = await first
  for (let asked = 0; isUnknown(answer) && asked < ENOUGH; asked += 1) {
    await expectSoon('the server answers', () => main.state.connected)
    answer = await main.ask(name, input)
  }
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}\n${main.logged.join('\n')}`)
  counter.confirm(input.key)
  await main.call('intents.acknowledge', { key: input.key })
}

const isUnknown = (answer: Envelope<Posted>) =>
  !answer.ok && (answer.error.code === 'SERVER_UNREACHABLE' || answer.error.code === 'SERVER_BUSY')

/**
 * The packet with the posting is still on the line when the workstation has ended and somebody has been told what became of it. Then it arrives.
 * Answers what was told; nothing may be posted afterwards.
 */
export async function deliverLate(counter: Counter, connection: Connection): Promise<string | undefined> {
  await using scene = await openCutCounter(counter, connection)
  const { name, input } = counter.intent()
  const held = Promise.withResolvers<Moment>()
  const reached = scene.line.next({ at: 'query', of: POSTING, act: held.resolve })
  const lost = scene.main.ask(name, input)
  await reached
  const told = await counter.recover(scene.settingsFolder, urlOf(connection))
  const { deliver, server } = await held.promise
  const refused = new Promise((done) => server.once('data', done))
  deliver()
  await refused // the server has answered the late packet
  server.destroy()
  await scene.main.state.session?.db.destroy()
  await lost.catch(() => {})
  return told[0]?.outcome
}
