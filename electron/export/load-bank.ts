import { BackupEnded } from '../backup/backup-fault.ts'
import { KeptSettings } from '../backup/backup-settings.ts'
import { type Identity, recipientOf } from '../backup/keys.ts'
import type { OnStep } from '../backup/steps.ts'
import { exportKey } from './export-key.ts'
import { type Export, newestExport } from './layout.ts'
import { loadAt, type Loaded, type LoadPlan } from './load-export.ts'

export type Loading = Omit<LoadPlan, 'from' | 'identities'> & {
  readonly settingsFolder: string
  readonly dataFolder: string
  /** Where exports lie; null for the place beside the data. */
  readonly root: string | null
  /** Of the words of the recovery sheet; null to open it by the key of this computer. */
  readonly identity: Identity | null
}

/** The newest export that can be loaded. NO_EXPORT. */
export async function exportToLoad({
  dataFolder,
  root,
}: Pick<Loading, 'dataFolder' | 'root'>): Promise<Export> {
  const found = await (root === null ? newestExport(dataFolder) : newestExport(dataFolder, root))
  if (found === null) throw new BackupEnded('NO_EXPORT', { folder: root ?? dataFolder })
  return found
}

/** Loads the newest export in the place of this computer's data. Backups of what it becomes begin anew. NO_EXPORT, WORDS_OTHER, and of `loadAt`. */
export async function loadBank(loading: Loading, onStep: OnStep, signal: AbortSignal): Promise<Loaded> {
  const { settingsFolder, dataFolder, identity } = loading
  const from = await exportToLoad(loading)
  const opening = identity ?? (await exportKey(settingsFolder))
  if (opening === null || !from.recipients.includes(await recipientOf(opening)))
    throw new BackupEnded('WORDS_OTHER', { folder: from.folder })
  const loaded = await loadAt(dataFolder, { ...loading, from, identities: [opening] }, onStep, signal)
  await new KeptSettings(settingsFolder).change(() => ({
    system: null,
    timeline: null,
    lastFull: null,
    lastDifferential: null,
    fullWanted: true,
  }))
  return loaded
}
