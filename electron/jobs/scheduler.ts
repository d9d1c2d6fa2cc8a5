import type { Kysely } from 'kysely'
import type { DB } from '../db/tables.ts'
import { Pause } from '../pause.ts'
import { runDue } from './run-due.ts'
import { type OutsideJobs, runOutside } from './run-outside.ts'

export type Scheduler = {
  /** Asks now: a job was asked for, or the server is back. */
  readonly wake: () => void
  /** Ends after the portion that is under way. */
  readonly stop: () => Promise<void>
}

type Options = {
  /** Connections without a session: no person's secret is needed. */
  readonly db: Kysely<DB>
  /** The jobs outside the database that this workstation can do now, by their names. */
  readonly outside: () => Promise<OutsideJobs>
  readonly log: (line: string) => void
  readonly everyMs?: number
}

const ASK_EVERY_MS = 30_000

/**
 * Asks every half minute, and when it is woken, for what is due, and does it. Every open workstation does; the database gives each job to one
 * of them, so that there is no server process, and no workstation that has to be open.
 */
export function startScheduler({ db, outside, log, everyMs = ASK_EVERY_MS }: Options): Scheduler {
  const halt = new AbortController()
  const { signal } = halt
  const loops = [
    repeat(() => runDue(db, null, { signal }), everyMs, signal, log),
    // By itself, because a backup may take an hour.
    repeat(() => everything(async () => runOutside(db, await outside(), signal)), everyMs, signal, log),
  ]
  return {
    wake: () => loops.forEach(({ wake }) => wake()),
    stop: async () => {
      halt.abort()
      loops.forEach(({ wake }) => wake())
      await Promise.all(loops.map(({ over }) => over))
    },
  }
}

async function everything(next: () => Promise<boolean>): Promise<void> {
  while (await next());
}

/** Does it again and again, with pauses that a wake ends. What fails is said once, and tried again. */
function repeat(
  work: () => Promise<void>,
  pauseMs: number,
  signal: AbortSignal,
  log: (line: string) => void,
) {
  const self = { said: '' }
  const pause = new Pause()
  const run = async () => {
    while (!signal.aborted) {
      pause.begin()
      try {
        await work()
        self.said = ''
      } catch (error) {
        const words = String(error)
        if (words !== self.said && !signal.aborted) log(`Asking for jobs failed: ${words}`)
        self.said = words
      }
      // Not all at the same moment.
      if (!signal.aborted) await pause.rest(pauseMs * (0.8 + 0.4 * Math.random()))
    }
  }
  return { wake: () => pause.wake(), over: run() }
}
