import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a call answered, in whatever release's contract. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: {
        readonly code: string
        readonly details?: Readonly<Record<string, string>>
        readonly logReference?: string
      }
    }

/** A call that was made: when, for how long, and what came of it. */
export type Made = {
  readonly release: string
  readonly name: string
  readonly at: number
  readonly ms: number
  readonly refused: string | null
}

/** A workstation that runs the built bundle of a release. */
export type Workstation = {
  readonly release: string
  readonly ask: (name: string, input: unknown) => Promise<Answer>
  /** Ends the process and starts another one with the same settings, as somebody does who comes back in the morning. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

type Told = { readonly ready?: true; readonly id?: number; readonly answer?: Answer }

export type WorkstationOptions = {
  readonly release: string
  /** The folder in which the release is built. */
  readonly application: string
  readonly url: string
  readonly onMade: (made: Made) => void
}

export async function startWorkstation(options: WorkstationOptions): Promise<Workstation> {
  const settings = await mkdtemp(join(tmpdir(), 'corex-proof-'))
  let running = await run(options, settings)
  const ask = async (name: string, input: unknown): Promise<Answer> => {
    const at = Date.now()
    const since = performance.now()
    const answer = await running.ask(name, input)
    const refused = answer.ok ? null : `${answer.error.code} ${answer.error.logReference ?? ''}`.trim()
    options.onMade({ release: options.release, name, at, ms: performance.now() - since, refused })
    return answer
  }
  const restart = async () => {
    await running.end()
    running = await run(options, settings)
  }
  const close = async () => {
    await running.end()
    await rm(settings, { recursive: true, force: true })
  }
  return { release: options.release, ask, restart, close }
}

async function run({ application, url }: WorkstationOptions, settings: string) {
  const child = fork(join(import.meta.dirname, 'bundle-process.ts'), {
    env: {
      ...process.env,
      PROOF_APPLICATION: application,
      PROOF_SETTINGS: settings,
      COREX_DATABASE_URL: url,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  const ready = Promise.withResolvers<void>()
  child.on('message', ({ ready: isReady, id = 0, answer }: Told) => {
    if (isReady === true) ready.resolve()
    if (answer !== undefined) waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  child.once('exit', () => {
    ready.reject(new Error('A workstation ended'))
    for (const tell of waiting.values()) tell({ ok: false, error: { code: 'ENDED' } })
  })
  await ready.promise
  let asked = 0
  const ask = (name: string, input: unknown) =>
    new Promise<Answer>((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      child.send({ id: asked, name, input })
    })
  return { ask, end: () => end(child) }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill()
  return gone
}
