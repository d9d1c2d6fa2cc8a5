import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { placeFor, type Place } from '../db/embedded/account.ts'
import { stopOrphan } from '../db/embedded/orphan.ts'
import type { EmbeddedServer } from '../db/embedded/start.ts'
import { administratorOf } from '../db/open-embedded.ts'
import { BackupEnded } from './backup-fault.ts'
import { type Checked, checkRestored } from './check-restored.ts'
import { stampOf } from './layout.ts'
import { renameFlushed } from '../write-whole.ts'
import type { RestorePlan } from './plan-restore.ts'
import { recover } from './recover.ts'
import type { OnStep } from './steps.ts'
import { type RestoreOrder, unpackSound } from './unpack-sound.ts'

export type Restored = {
  readonly plan: RestorePlan
  readonly checked: Checked
  /** Up to which moment the books are there. */
  readonly upTo: Date
  /** Files and folders of the backup that are damaged, and were done without. */
  readonly damaged: readonly string[]
}

/**
 * Restores into a folder that is empty, checks everything and gives the running server to `use`; then it is stopped. Nothing of it stays when
 * something fails.
 */
export async function restoreInto(
  place: Place,
  order: RestoreOrder,
  use: (server: EmbeddedServer, restored: Restored) => Promise<void>,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Restored> {
  const { until, log } = order
  try {
    const { plan, damaged } = await unpackSound(place.folder, order, onStep, signal)
    signal.throwIfAborted()
    onStep('REPLAY', 0, 1)
    const server = await recover({ ...place, plan, until, log, signal })
    const stop = () => void server.stop()
    signal.addEventListener('abort', stop)
    try {
      signal.throwIfAborted()
      const checked = await checkRestored(administratorOf(server), (done, of) => onStep('CHECK', done, of))
      if (checked.faults.length > 0)
        throw new BackupEnded('CHECKS_FAILED', { found: checked.faults.join('; ') })
      const upTo = until !== null && until < plan.upTo ? until : plan.upTo
      const restored = { plan, checked, upTo, damaged }
      await use(server, restored)
      return restored
    } finally {
      signal.removeEventListener('abort', stop)
      await server.stop()
    }
  } catch (error) {
    rmSync(place.folder, { recursive: true, force: true })
    signal.throwIfAborted()
    throw error
  }
}

export type Replaced = Restored & {
  /** Where the data is that was in the folder before; null where it was empty. */
  readonly setAside: string | null
}

/** Restores a bank at the place of a data folder. What is there is set aside, and only when the restored one passed every check. */
export async function restoreAt(
  dataFolder: string,
  order: RestoreOrder,
  use: (server: EmbeddedServer, restored: Restored) => Promise<void>,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Replaced> {
  const place = placeFor(dataFolder, order.log)
  await requireStopped(place)
  const draft = { ...place, folder: `${place.folder}.restoring` }
  await requireStopped(draft)
  rmSync(draft.folder, { recursive: true, force: true }) // what a restore left that was killed: only a copy
  const restored = await restoreInto(draft, order, use, onStep, signal)
  signal.throwIfAborted()
  const isThere = existsSync(place.folder) && readdirSync(place.folder).length > 0
  const setAside = isThere ? `${place.folder}.before-restore-${stampOf(new Date())}` : null
  if (setAside !== null) renameSync(place.folder, setAside)
  else rmSync(place.folder, { recursive: true, force: true })
  await renameFlushed(draft.folder, place.folder)
  return { ...restored, setAside }
}

/** A server that a killed program left is stopped. IN_USE where a program that runs has the folder. */
export async function requireStopped(place: Place): Promise<void> {
  const secret = join(place.folder, 'superuser.secret')
  const password = existsSync(secret) ? (await readFile(secret, 'utf8')).trim() : ''
  const stopped = await stopOrphan(place, password)
  if (!stopped.ok) throw new BackupEnded('IN_USE', { folder: place.folder })
}
