import type { SecretBox } from '../db/settings.ts'
import type { BackupSettings, KeptSettings, Taken } from './backup-settings.ts'
import { type Identity, newChainIdentity, recipientOf } from './keys.ts'

type Keys = Pick<BackupSettings, 'chainKeys' | 'nextKey'>

/** The chain that is written and the one before it: its last pieces may be of the first second of the new one. */
const KEPT = 2

/**
 * The key by which this machine alone restores the chain that a full backup is about to begin. One whose backup failed is used by the next one. A program without
 * a keyring can keep none, and goes on with the key that there is.
 */
export async function nextChainKey(settings: KeptSettings, box: SecretBox | null): Promise<string | null> {
  const { chainKeys, nextKey } = await settings.read()
  if (box === null) return chainKeys[0]?.recipient ?? null
  if (nextKey !== null) return nextKey.recipient
  const identity = await newChainIdentity()
  const recipient = await recipientOf(identity)
  await settings.change(() => ({ nextKey: { recipient, identity: box.encrypt(identity) } }))
  return recipient
}

/** To what the log is encrypted besides the sheet: while a full backup is being taken, the chain before it goes on and the next one has begun. */
export const recipientsOfLog = ({ chainKeys, nextKey }: Keys): string[] =>
  [...chainKeys.slice(0, 1), ...(nextKey === null ? [] : [nextKey])].map(({ recipient }) => recipient)

/** What the settings become when a full backup is whole that was encrypted to a key. */
export function withChainKey({ chainKeys, nextKey }: Keys, key: string | null, lastFull: Taken) {
  const isNew = nextKey !== null && nextKey.recipient === key
  return {
    lastFull,
    lastDifferential: null,
    fullWanted: false,
    chainKeys: [...(isNew ? [nextKey] : []), ...chainKeys].slice(0, KEPT),
    nextKey: isNew ? null : nextKey,
  }
}

/** Those that the keyring still opens. */
export const openChainKeys = ({ chainKeys, nextKey }: Keys, box: SecretBox): Identity[] =>
  [...(nextKey === null ? [] : [nextKey]), ...chainKeys].flatMap(({ identity }) => {
    try {
      return [box.decrypt(identity)]
    } catch {
      return [] // of a keyring that is gone
    }
  })
