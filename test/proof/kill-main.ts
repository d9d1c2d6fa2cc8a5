import { randomUUID } from 'node:crypto'
import type { Recovery } from '../../shared/contract/intents.ts'
import { type Connection, urlOf } from '../../electron/db/connection.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { PASSWORD } from '../support/users.ts'
import type { Counter, Intent } from './counter.ts'
import { startTeller, type Teller } from './teller.ts'
import { waitingForLock } from './lock.ts'

/** The steps of a posting at which the main process is killed, in their order. */
export const KILL_STEPS = [
  'noting',
  'noted',
  'sent',
  'in the transaction',
  'answered',
  'shown',
  'acknowledged',
] as const
export type KillStep = (typeof KILL_STEPS)[number]

/** What the slip has to say; null where there is none. After `sent` either may be true: the server decides. */
export const EXPECTED: Readonly<Record<KillStep, readonly (Recovery['outcome'] | null)[]>> = {
  noting: [null],
  noted: ['NOT_POSTED'],
  sent: ['POSTED', 'NOT_POSTED'],
  'in the transaction': ['POSTED', 'NOT_POSTED'],
  answered: ['POSTED'],
  shown: ['POSTED'],
  acknowledged: [null],
}

/** Kills a workstation at a step of a posting, and answers what the next one there, with somebody else signed in, was told. */
export async function killMainAt(
  counter: Counter,
  connection: Connection,
  step: KillStep,
): Promise<Recovery['outcome'] | null> {
  await using folder = await temporaryFolder()
  const intent = counter.intent()
  await killedAt(step, counter, { settingsFolder: folder.path, connection, intent })
  const recoveries = await counter.recover(folder.path, urlOf(connection))
  if (recoveries.some(({ key }) => key !== intent.input.key))
    throw new Error('Somebody else’s intent was recovered')
  return recoveries[0]?.outcome ?? null
}

type Scene = {
  readonly settingsFolder: string
  readonly connection: Connection
  readonly intent: Intent
}

async function killedAt(step: KillStep, counter: Counter, scene: Scene): Promise<void> {
  const { name, input } = scene.intent
  const bySelf = step === 'noting' || step === 'noted' || step === 'sent' || step === 'answered'
  await using teller = await startTeller({
    settingsFolder: scene.settingsFolder,
    url: urlOf(scene.connection),
    page: randomUUID(),
    ...(bySelf ? { dieAt: step } : {}),
  })
  await signIn(teller, counter)
  if (step === 'in the transaction') {
    await using lock = await waitingForLock(counter.branch)
    void teller.ask(name, input)
    await lock.isWaitedFor()
    return teller.kill()
  }
  const answer = await teller.ask(name, input)
  if (bySelf) return teller.ended
  if (answer?.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  if (step === 'acknowledged') {
    counter.confirm(input.key)
    await teller.ask('intents.acknowledge', { key: input.key })
  }
  return teller.kill()
}

export async function signIn(teller: Teller, { branch }: Counter): Promise<void> {
  if (teller.fault !== null) throw new Error(teller.fault)
  const { username } = branch.staff.teller
  const answer = await teller.ask('sessions.signIn', { username, password: PASSWORD })
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
}
