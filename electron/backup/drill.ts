import { rmSync } from 'node:fs'
import { placeFor } from '../db/embedded/account.ts'
import { type BackupFault, backupFaultOf } from './backup-fault.ts'
import type { DrillReport } from './backup-settings.ts'
import { requireStopped, restoreInto, type Restored } from './restore.ts'
import type { OnStep } from './steps.ts'
import type { RestoreOrder } from './unpack-sound.ts'

/** Restores the newest backup to a scratch folder beside the data, checks everything, and answers a report, also of what failed. */
export async function drill(
  dataFolder: string,
  order: Omit<RestoreOrder, 'until'>,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<DrillReport> {
  const begun = Date.now()
  const { folder, account } = placeFor(dataFolder, order.log)
  const place = { folder: `${folder}.drill`, account }
  await requireStopped(place) // of a drill that was killed
  rmSync(place.folder, { recursive: true, force: true })
  try {
    const restored = await restoreInto(
      place,
      { ...order, until: null, isDrill: true },
      async () => {},
      onStep,
      signal,
    )
    return reportOf(begun, restored, null)
  } catch (error) {
    const fault = backupFaultOf(error)
    if (fault === null || fault.code === 'CANCELLED') throw error
    return reportOf(begun, null, fault)
  } finally {
    rmSync(place.folder, { recursive: true, force: true })
  }
}

function reportOf(begun: number, restored: Restored | null, fault: BackupFault | null): DrillReport {
  return {
    at: new Date().toISOString(),
    fault: fault?.code ?? null,
    faultDetails: { ...fault?.details },
    fullAt: restored?.plan.full.finishedAt ?? null,
    upTo: restored?.upTo.toISOString() ?? null,
    seconds: Math.round((Date.now() - begun) / 1000),
    tables: restored?.checked.tables ?? 0,
    indexes: restored?.checked.indexes ?? 0,
    postings: restored?.checked.postings ?? 0,
  }
}
