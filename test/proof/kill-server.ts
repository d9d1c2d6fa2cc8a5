import { randomUUID } from 'node:crypto'
import type { Envelope } from '../../shared/contract.ts'
import { urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import type { Counter, Intent, Posted } from './counter.ts'
import { expectSoon } from './expect-soon.ts'
import { signIn } from './kill-main.ts'
import { type Line, type Moment, openLine } from './line.ts'
import { waitingForLock } from './lock.ts'
import type { OwnServer } from './own-server.ts'
import { startTeller, type Teller } from './teller.ts'

export const SERVER_MOMENTS = ['before the posting', 'in the transaction', 'after the commit'] as const
export type ServerMoment = (typeof SERVER_MOMENTS)[number]

/** Kills the server at a moment of a posting, and with it the workstation or not; both go on, and the outcome is told. */
export async function killServerAt(
  counter: Counter,
  server: OwnServer,
  moment: ServerMoment,
  withMain: boolean,
): Promise<void> {
  await using folder = await temporaryFolder()
  await using line = await openLine(server.connection)
  await using teller = await startTeller({
    settingsFolder: folder.path,
    url: urlOf(line.connection),
    page: randomUUID(),
  })
  await signIn(teller, counter)
  const intent = counter.intent()
  const sent: { answer: Promise<Answer> } = { answer: Promise.resolve(null) }
  const post = () => {
    sent.answer = teller.ask(intent.name, intent.input)
  }
  if (moment === 'in the transaction') await killInTransaction(counter, server, post)
  else await killOnLine(line, server, moment === 'before the posting' ? 'query' : 'answer', post)
  if (withMain) await teller.kill()
  await server.restart()
  if (withMain) await counter.recover(folder.path, urlOf(server.connection))
  else await askUntilKnown(counter, teller, intent, await sent.answer)
}

type Answer = Envelope<Posted> | null

async function killInTransaction(counter: Counter, server: OwnServer, post: () => void): Promise<void> {
  await using lock = await waitingForLock(counter.branch)
  post()
  await lock.isWaitedFor()
  server.kill()
}

async function killOnLine(
  line: Line,
  server: OwnServer,
  at: 'query' | 'answer',
  post: () => void,
): Promise<void> {
  const act = ({ client, server: upstream }: Moment) => {
    server.kill()
    client.destroy()
    upstream.destroy()
  }
  const reached = line.next({ at, of: /post_journal/, act })
  post()
  await reached
}

async function askUntilKnown(
  counter: Counter,
  teller: Teller,
  { name, input }: Intent,
  first: Answer,
): Promise<void> {
  let answer = first
  await expectSoon('the outcome is known', async () => {
    if (answer?.ok === false) answer = await teller.ask(name, input)
    return answer?.ok === true
  })
  counter.confirm(input.key)
  await teller.ask('intents.acknowledge', { key: input.key })
}
