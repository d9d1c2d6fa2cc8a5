import { withClient } from '../db/admin.ts'
import { BackupEnded } from './backup-fault.ts'
import type { Taken } from './backup-settings.ts'
import type { About } from './layout.ts'
import type { OnStep } from './steps.ts'
import { finishTask } from './run-task.ts'
import type { CopyOrder } from './take-copy.ts'

/** Held by the connection of whoever takes one: the application and the command line may both be asked to. */
const LOCK = `hashtextextended('corex full backup', 0)`

/** Takes a backup in a thread, and says what the settings keep of it. */
export async function runCopy(
  order: CopyOrder,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<{ about: About; taken: Taken }> {
  return withClient(order.connection, async (client) => {
    const { rows } = await client.query<{ alone: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS alone`)
    if (rows[0]?.alone !== true) throw new BackupEnded('BUSY')
    return copyAlone(order, onStep, signal)
  })
}

async function copyAlone(order: CopyOrder, onStep: OnStep, signal: AbortSignal) {
  const begun = Date.now()
  onStep('COPY', 0, 1)
  const onBytes = (done: number, of: number) => onStep('COPY', done, of)
  const about = await finishTask({ kind: 'copy', order }, { onBytes }, signal)
  if (about === null) throw new Error('A backup ended without a word')
  const seconds = Math.round((Date.now() - begun) / 1000)
  return { about, taken: { at: about.finishedAt, bytes: about.files.base.bytes, seconds } }
}
