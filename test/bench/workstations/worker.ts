import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Connection, urlOf } from '../../../electron/db/connection.ts'
import type { Desk } from '../../support/desks.ts'
import { type Found, openDesk, type Times } from './desk-at-work.ts'

/**
 * A process that holds many workstations, each with its own login, session, pools and settings, because two hundred processes do not fit two
 * cores. Its parent says what it holds, when to begin, and asks for what was measured since it last asked.
 */

export type Held = {
  readonly folder: string
  readonly server: Connection
  readonly desks: readonly Desk[]
  readonly found: readonly Found[]
  /** How long a person thinks between two things, on average. */
  readonly thinkMs: number
}

/** What was measured since the last time. */
export type Measured = {
  readonly took: Readonly<Record<string, readonly number[]>>
  readonly failed: Readonly<Record<string, number>>
  readonly resident: number
  readonly heap: number
}

const times: Times = { took: new Map(), failed: new Map() }
const self = { on: true }
const tell = (told: unknown) => process.send?.(told)

process.on('message', (said: Held | 'begin' | 'tell' | 'end') => {
  if (said === 'tell') tell({ measured: measured() })
  else if (said === 'begin') for (const desk of desks) void work(desk)
  else if (said === 'end') self.on = false
  else void open(said)
})
process.on('disconnect', () => process.exit())

type OpenDesk = Awaited<ReturnType<typeof openDesk>>
const desks: OpenDesk[] = []
let thinkMs = 0

async function open(held: Held): Promise<void> {
  thinkMs = held.thinkMs
  for (const desk of held.desks)
    desks.push(
      await openDesk(
        join(held.folder, desk.username),
        urlOf({ ...held.server, ...desk.login }),
        desk,
        held.found,
        times,
      ),
    )
  tell({ ready: true })
}

async function work({ doOne }: OpenDesk): Promise<void> {
  while (self.on) {
    // Between a half and one and a half of the time, so that they do not fall into step.
    await wait(thinkMs * (0.5 + Math.random()))
    if (self.on) await doOne()
  }
}

function measured(): Measured {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const told = {
    took: Object.fromEntries(times.took),
    failed: Object.fromEntries(times.failed),
    resident: rss,
    heap: heapUsed,
  }
  times.took.clear()
  times.failed.clear()
  return told
}
