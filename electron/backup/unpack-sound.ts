import { rmSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeParents } from '../db/embedded/account.ts'
import { attemptBackup, BackupEnded, type BackupFault, backupFaultOf } from './backup-fault.ts'
import { type Identity, recipientOf } from './keys.ts'
import { newestCopy, planRestore, type RestorePlan, sizeOf } from './plan-restore.ts'
import { finishTask } from './run-task.ts'
import type { OnStep } from './steps.ts'

export type RestoreOrder = {
  readonly root: string
  readonly system?: string
  /** The second to restore to; null is the newest. */
  readonly until: Date | null
  readonly identities: readonly Identity[]
  readonly log: (line: string) => void
  /** A drill finds what is damaged; a restore does without it where an older backup and a longer log lead to the same second. */
  readonly isDrill?: boolean
}

type Unpacked = { readonly plan: RestorePlan; readonly damaged: readonly string[] }

/**
 * Unpacks what a moment needs. Where a file turns out to be damaged, it is tried without: an older backup and a longer log lead to the same second. Where they do not,
 * the fault says up to which second they do.
 */
export async function unpackSound(
  into: string,
  order: RestoreOrder,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Unpacked> {
  const { root, until, system, identities, log } = order
  const onBytes = (done: number, of: number) => onStep('READ', done, of)
  const damaged: string[] = []
  let plan = await planRestore(root, until, system)
  for (;;) {
    await requireKey(plan, identities)
    requireSpace(into, plan)
    const task = { kind: 'unpack', order: { plan, identities, into } } as const
    const found = await attemptBackup(() => finishTask(task, { onBytes }, signal))
    if (found.ok) return { plan, damaged }
    const fault = { code: found.error.code, details: found.error.details ?? {} }
    const place = order.isDrill === true ? null : placeOf(plan, fault)
    if (place === null) throw new BackupEnded(fault.code, fault.details)
    log(`Damaged, tried without: ${place}`)
    damaged.push(place)
    rmSync(into, { recursive: true, force: true })
    plan = await planWithout(order, damaged, fault)
  }
}

/** The copy or the piece of the log to which a damaged file belongs, or null where something else is wrong. */
function placeOf({ full, differential, pieces }: RestorePlan, { code, details }: BackupFault): string | null {
  const file = details?.['file'] ?? ''
  if (!code.startsWith('FILE_')) return null
  const copy = [full, differential].find((one) => one !== null && dirname(file) === one.folder)
  return copy?.folder ?? pieces.find((piece) => piece.file === file)?.file ?? null
}

async function planWithout(
  { root, until, system }: RestoreOrder,
  damaged: readonly string[],
  fault: BackupFault,
): Promise<RestorePlan> {
  try {
    return await planRestore(root, until, system, damaged)
  } catch (error) {
    const { upTo, earlier = upTo } = backupFaultOf(error)?.details ?? {}
    throw new BackupEnded(fault.code, { ...fault.details, ...(earlier ? { earlier } : {}) })
  }
}

/** A wrong phrase is known before anything is read: what a backup was encrypted to stands beside it. */
async function requireKey(plan: RestorePlan, identities: readonly Identity[]): Promise<void> {
  const own = await Promise.all(identities.map(recipientOf))
  if (!newestCopy(plan).recipients.some((recipient) => own.includes(recipient)))
    throw new BackupEnded('WORDS_OTHER')
}

/** The data, the log, and as much again as recovery writes. */
const SPACE = 1.3

function requireSpace(folder: string, plan: RestorePlan): void {
  makeParents(folder)
  const needed = sizeOf(plan) * SPACE
  const { bavail, bsize } = statfsSync(dirname(folder))
  if (bavail * bsize < needed)
    throw new BackupEnded('DISK_FULL', { file: dirname(folder), needed: String(Math.ceil(needed)) })
}
