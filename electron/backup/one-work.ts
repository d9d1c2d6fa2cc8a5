import { setTimeout as pause } from 'node:timers/promises'
import { BackupEnded } from './backup-fault.ts'
import type { OnStep, Step } from './steps.ts'

export type Kind = 'FULL' | 'DIFFERENTIAL' | 'DRILL' | 'RESTORE'

/** A long piece of work, and how far its present step is. */
export type Work = { readonly what: Kind; readonly step: Step; readonly done: number; readonly of: number }

const END_LIMIT_MS = 15_000

/** One piece of long work at a time: each reads everything there is. */
export class OneWork {
  #now: Work | null = null
  #abort = new AbortController()
  #ended: Promise<unknown> = Promise.resolve()
  readonly #onChange: (work: Work | null) => void

  constructor(onChange: (work: Work | null) => void) {
    this.#onChange = onChange
  }

  get now(): Work | null {
    return this.#now
  }

  /** Runs it, or BUSY. */
  async run<T>(
    what: Kind,
    onStep: OnStep,
    signal: AbortSignal,
    work: (onStep: OnStep, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#now !== null) throw new BackupEnded('BUSY')
    this.#abort = new AbortController()
    const tell: OnStep = (step, done, of) => {
      this.#now = { what, step, done, of }
      onStep(step, done, of)
      this.#onChange(this.#now)
    }
    tell('SEAL', 0, 1)
    const ended = work(tell, AbortSignal.any([signal, this.#abort.signal]))
    this.#ended = ended
    try {
      return await ended
    } finally {
      this.#now = null
      this.#onChange(this.#now)
    }
  }

  /** Waits for what runs now, or until the signal ends that. */
  async free(signal: AbortSignal): Promise<void> {
    const { promise: stopped, resolve } = Promise.withResolvers<void>()
    signal.addEventListener('abort', () => resolve(), { once: true })
    while (this.#now !== null && !signal.aborted) await Promise.race([this.#ended.catch(() => {}), stopped])
  }

  cancel(): void {
    this.#abort.abort()
  }

  /** Ends what runs, and waits some seconds for it. */
  async end(): Promise<void> {
    this.cancel()
    await Promise.race([this.#ended.catch(() => {}), pause(END_LIMIT_MS, undefined, { ref: false })])
  }
}
