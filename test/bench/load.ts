import { setTimeout as pause } from 'node:timers/promises'
import { serverMicroseconds } from './server-time.ts'

/** What a contender did in one round: how often, in how long, how long each took (milliseconds), and what the server worked for it. */
export type Round = {
  readonly done: number
  readonly seconds: number
  readonly took: readonly number[]
  /** Microseconds of the processor that all processes of the server used; null where the system does not tell. */
  readonly server: number | null
}

/** Runs so many clients at once, each one call after the other, until the time is over. `call` answers how much it has done. */
export async function drive(
  server: number,
  clients: number,
  seconds: number,
  call: (client: number) => Promise<number>,
): Promise<Round> {
  for (let client = 0; client < clients; client++) await call(client)
  const took: number[] = []
  let done = 0
  const before = serverMicroseconds(server)
  const since = performance.now()
  const until = since + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        const began = performance.now()
        const added = await call(client)
        // Not `done += await`: that would read the sum before the call, and lose what the others did meanwhile.
        done += added
        took.push(performance.now() - began)
      }
    }),
  )
  const ended = performance.now()
  return { done, seconds: (ended - since) / 1000, took, server: await workedSince(server, before) }
}

/** What the server worked since then. A process that has just ended is counted a moment later. */
export async function workedSince(server: number, before: number | null): Promise<number | null> {
  await pause(300)
  const after = serverMicroseconds(server)
  return before === null || after === null ? null : after - before
}
