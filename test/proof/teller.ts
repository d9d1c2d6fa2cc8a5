import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { CallInput, CallName, Envelope } from '../../shared/contract.ts'
import type { Step } from './die-at.ts'

/** A workstation in a process of its own, as the proofs see it. */
export type Teller = AsyncDisposable & {
  /** What kept it from opening the database; null when it is open. */
  readonly fault: string | null
  readonly pid: number
  /** The answer, or null when the process ended before it gave one. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Envelope<N> | null>
  /** Lets its clock jump, where jumping-clock.ts was loaded first; what is asked afterwards finds the wrong time. */
  readonly jump: () => void
  /** Ends it on the spot. */
  readonly kill: () => Promise<void>
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
}

export type TellerOptions = {
  readonly settingsFolder: string
  readonly url: string
  /** The load of the page for which it asks. */
  readonly page: string
  readonly dieAt?: Step
  readonly env?: Readonly<Record<string, string>>
  /** A program with its arguments that runs Node, such as `ip netns exec …`. */
  readonly within?: readonly string[]
  /** A module that Node loads first. */
  readonly preload?: string
}

type Told = {
  readonly id?: number
  readonly answer?: unknown
  readonly ready?: true
  readonly fault?: string
}

/** Starts one and waits until it is ready. */
export async function startTeller(options: TellerOptions): Promise<Teller> {
  const child = launch(options)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const waiting = new Map<number, (answer: never) => void>()
  const ready = Promise.withResolvers<string | null>()
  child.on('message', (told: Told) => {
    if (told.ready === true) ready.resolve(told.fault ?? null)
    else waiting.get(told.id ?? 0)?.(told.answer as never)
  })
  child.once('exit', () => {
    ready.reject(new Error('The workstation ended before it was ready'))
    for (const answer of waiting.values()) answer(null as never)
  })
  let asked = 0
  const ask = <N extends CallName>(name: N, input: CallInput<N>) =>
    new Promise<Envelope<N> | null>((answered) => {
      asked += 1
      waiting.set(asked, answered)
      if (child.connected) child.send({ id: asked, name, input })
      else answered(null)
    })
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const fault = await ready.promise
  return {
    fault,
    pid: child.pid ?? 0,
    ask,
    jump: () => void child.send('jump'),
    kill,
    ended,
    [Symbol.asyncDispose]: kill,
  }
}

function launch(options: TellerOptions): ChildProcess {
  const { settingsFolder, url, page, dieAt = '', env = {}, within = [], preload } = options
  const script = join(import.meta.dirname, 'teller-process.ts')
  const first = preload === undefined ? [] : ['--import', preload]
  const command = [...within, process.execPath, ...first, script, settingsFolder, url, page]
  return spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env, PROOF_DIE_AT: dieAt },
  })
}
