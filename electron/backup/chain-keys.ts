import type { SecretBox } from '../db/settings.ts'
import type { BackupSettings, Taken } from './backup-settings.ts'
import { type Identity, newChainIdentity, recipientOf } from './keys.ts'

type ChainKey = BackupSettings['chainKeys'][number]

/** The chain that is written and the one before it: its last pieces may be of the first second of the new one. */
const KEPT = 2

/** A key by which this machine alone restores the newest chain in its drills; the next full backup makes another. */
export async function newChainKey(box: SecretBox): Promise<ChainKey> {
  const identity = await newChainIdentity()
  return { recipient: await recipientOf(identity), identity: box.encrypt(identity) }
}

/** The key of the chain as it is, for a program that has no keyring to keep another one in. */
export const keptChainKey = (keys: readonly ChainKey[]): readonly string[] =>
  keys.slice(0, 1).map(({ recipient }) => recipient)

/** What the settings become when a full backup is whole. */
export const withChainKey = (
  before: readonly ChainKey[],
  key: ChainKey | null,
  lastFull: Taken,
): Partial<BackupSettings> => ({
  lastFull,
  lastDifferential: null,
  fullWanted: false,
  chainKeys: [...(key === null ? [] : [key]), ...before].slice(0, KEPT),
})

/** Those that the keyring still opens. */
export const openChainKeys = (keys: readonly ChainKey[], box: SecretBox): Identity[] =>
  keys.flatMap(({ identity }) => {
    try {
      return [box.decrypt(identity)]
    } catch {
      return [] // of a keyring that is gone
    }
  })
