import { withClient } from '../db/admin.ts'
import { BackupEnded } from './backup-fault.ts'
import type { BackupSettings } from './backup-settings.ts'
import type { About } from './layout.ts'
import type { OnStep } from './restore.ts'
import { finishTask } from './run-task.ts'
import type { FullOrder } from './take-full.ts'

type Taken = { readonly about: About; readonly lastFull: NonNullable<BackupSettings['lastFull']> }

/** Held by the connection of whoever takes one: the application and the command line may both be asked to. */
const LOCK = `hashtextextended('corex full backup', 0)`

/** Takes a full backup in a thread, and says what the settings keep of it. */
export async function runFull(order: FullOrder, onStep: OnStep, signal: AbortSignal): Promise<Taken> {
  return withClient(order.connection, async (client) => {
    const { rows } = await client.query<{ alone: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS alone`)
    if (rows[0]?.alone !== true) throw new BackupEnded('BUSY')
    return copyAlone(order, onStep, signal)
  })
}

async function copyAlone(order: FullOrder, onStep: OnStep, signal: AbortSignal): Promise<Taken> {
  const begun = Date.now()
  onStep('COPY', 0, 1)
  const onBytes = (done: number, of: number) => onStep('COPY', done, of)
  const about = await finishTask({ kind: 'full', order }, { onBytes }, signal)
  if (about === null) throw new Error('A full backup ended without a word')
  const seconds = Math.round((Date.now() - begun) / 1000)
  return { about, lastFull: { at: about.finishedAt, bytes: about.files.base.bytes, seconds } }
}
