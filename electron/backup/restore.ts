import { existsSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeParents, placeFor, type Place } from '../db/embedded/account.ts'
import { stopOrphan } from '../db/embedded/orphan.ts'
import type { EmbeddedServer } from '../db/embedded/start.ts'
import { administratorOf } from '../db/open-embedded.ts'
import { BackupEnded } from './backup-fault.ts'
import { type Checked, checkRestored } from './check-restored.ts'
import { type Identity, recipientOf } from './keys.ts'
import { stampOf } from './layout.ts'
import { planRestore, type RestorePlan } from './plan-restore.ts'
import { recover } from './recover.ts'
import { finishTask } from './run-task.ts'

export type Step = 'SEAL' | 'COPY' | 'READ' | 'REPLAY' | 'CHECK'
/** How far a long piece of work is: of its present step so much is done. */
export type OnStep = (step: Step, done: number, of: number) => void

export type RestoreOrder = {
  readonly root: string
  readonly system?: string
  /** The second to restore to; null is the newest. */
  readonly until: Date | null
  readonly identities: readonly Identity[]
  readonly log: (line: string) => void
}

export type Restored = {
  readonly plan: RestorePlan
  readonly checked: Checked
  /** Up to which moment the books are there. */
  readonly upTo: Date
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
  const { root, system, until, identities, log } = order
  const plan = await planRestore(root, until, system)
  await requireKey(plan, identities)
  requireSpace(place.folder, plan)
  try {
    const onBytes = (done: number, of: number) => onStep('READ', done, of)
    const unpack = { plan, identities, into: place.folder }
    await finishTask({ kind: 'unpack', order: unpack }, { onBytes }, signal)
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
      const restored = { plan, checked, upTo }
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

/** A wrong phrase is known before anything is read: what a backup was encrypted to stands beside it. */
async function requireKey({ full }: RestorePlan, identities: readonly Identity[]): Promise<void> {
  const own = await Promise.all(identities.map(recipientOf))
  if (!full.recipients.some((recipient) => own.includes(recipient))) throw new BackupEnded('WORDS_OTHER')
}

/** The data, the log, and as much again as recovery writes. */
const SPACE = 1.3

function requireSpace(folder: string, { full, pieces }: RestorePlan): void {
  makeParents(folder)
  const needed = (full.size + pieces.reduce((sum, { from, to }) => sum + Number(to - from), 0)) * SPACE
  const { bavail, bsize } = statfsSync(dirname(folder))
  if (bavail * bsize < needed)
    throw new BackupEnded('DISK_FULL', { file: dirname(folder), needed: String(Math.ceil(needed)) })
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
  renameSync(draft.folder, place.folder)
  return { ...restored, setAside }
}

/** A server that a killed program left is stopped. IN_USE where a program that runs has the folder. */
export async function requireStopped(place: Place): Promise<void> {
  const secret = join(place.folder, 'superuser.secret')
  const password = existsSync(secret) ? (await readFile(secret, 'utf8')).trim() : ''
  const stopped = await stopOrphan(place, password)
  if (!stopped.ok) throw new BackupEnded('IN_USE', { folder: place.folder })
}
