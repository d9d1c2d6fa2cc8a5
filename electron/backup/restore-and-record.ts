import { administratorOf } from '../db/open-embedded.ts'
import type { BackupSettings } from './backup-settings.ts'
import { identityOfSheet, recipientOf } from './keys.ts'
import { recordRestore } from './record-restore.ts'
import { type Replaced as Placed, restoreAt } from './restore.ts'
import type { OnStep } from './steps.ts'

export type Wanted = {
  readonly root: string
  readonly system: string
  readonly until: Date | null
  /** Of the recovery sheet. */
  readonly secret: Buffer
}

/** What is said of a restore in the books that it brought back. */
export type Recording = { readonly migrationsFolder: string; readonly operator: string }

export type Replaced = Placed & { readonly sheet: string }

/** Restores a bank at the place of a data folder and says so in its books. */
export async function restoreAndRecord(
  dataFolder: string,
  { root, system, until, secret }: Wanted,
  { log, ...recording }: Recording & { readonly log: (line: string) => void },
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Replaced> {
  const identity = identityOfSheet(secret)
  const sheet = await recipientOf(identity)
  const order = { root, system, until, identities: [identity], log }
  const placed = await restoreAt(
    dataFolder,
    order,
    (server, { upTo }) => recordRestore(administratorOf(server), { ...recording, until, upTo }),
    onStep,
    signal,
  )
  return { ...placed, sheet }
}

/** Backed up to the same folder, encrypted to the same sheet. It is another time line: its first start begins a chain. */
export const startOver = ({ root, system }: Wanted, sheet: string): Partial<BackupSettings> => ({
  folder: root,
  sheet,
  wordsCheckedAt: new Date().toISOString(),
  system,
  timeline: null,
  lastFull: null,
  lastDifferential: null,
})
