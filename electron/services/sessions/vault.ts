import { sql } from 'kysely'
import { firstHashKey, unseal } from '../../crypto.ts'
import { refusalOf } from '../../db/refusal.ts'
import { openWrapped, type VaultKey } from '../../wrapped-key.ts'
import type { SessionContext, Vault, VaultKeys } from '../../workplace.ts'

type StoredKey = {
  own: Buffer | null
  generation: number
  hash_key: Buffer | null
  sealed_key: Buffer | null
}

/** What a sign-in needs of this: its connections and what opens its person's key. */
export type VaultContext = Pick<SessionContext, 'db' | 'vault'>

/** The password of whoever is signed in opens no vault key, or one that is not in use any more: the call is DOCUMENT_KEY_MISSING. */
export class DocumentKeyMissing extends Error {}

/** The vault keys of whoever is signed in: the one in use, and those before it that files still need. Throws DocumentKeyMissing. */
export async function vaultKeys({ db, vault }: VaultContext): Promise<VaultKeys> {
  if (vault.keys !== null) return vault.keys
  const { rows } = await sql<StoredKey>`SELECT * FROM read_vault_keys()`.execute(db)
  const found = open(rows, vault)
  if (found === null) throw new DocumentKeyMissing()
  vault.keys = found
  return found
}

/** Null also when a key of before the one in use does not open, which nothing but damage explains. */
function open(rows: readonly StoredKey[], vault: Vault): VaultKeys | null {
  const [newest] = rows
  if (newest === undefined || newest.own === null || vault.secret === null) return null
  try {
    const { generation, key } = openWrapped(newest.own, vault.secret)
    if (generation !== newest.generation) return null
    const older = openOlder(rows, key)
    const hashKey = newest.hash_key === null ? firstHashKey(key) : unseal(newest.hash_key, key)
    return { generation, key, older, hashKey }
  } catch {
    return null
  }
}

/** Each key before opens by the one after it. */
function openOlder(rows: readonly StoredKey[], newest: Buffer): Map<number, Buffer> {
  const older = new Map<number, Buffer>()
  let after = newest
  for (const { generation, sealed_key } of rows.slice(1)) {
    if (sealed_key === null) break
    after = unseal(sealed_key, after)
    older.set(generation, after)
  }
  return older
}

/** Does something with the vault keys, and once more with the newest ones where the database says that they were changed meanwhile. */
export async function withVaultKeys<T>(
  context: VaultContext,
  use: (keys: VaultKeys) => Promise<T>,
): Promise<T> {
  try {
    return await use(await vaultKeys(context))
  } catch (error) {
    if (refusalOf(error)?.code !== 'DOCUMENT_KEY_OUTDATED') throw error
  }
  forgetKeys(context.vault)
  return use(await vaultKeys(context))
}

/** The next use asks the database which keys there are. */
export function forgetKeys(vault: Vault): void {
  if (vault.secret !== null) vault.keys = null
}

/** Overwrites what was in memory. */
export function clearVault(vault: Vault): void {
  vault.secret?.fill(0)
  vault.sheet?.secret.fill(0)
  if (vault.keys === null) return
  const { key, older, hashKey } = vault.keys
  for (const each of [key, hashKey, ...older.values()]) each.fill(0)
}

/** The key of this generation, or undefined when these are older or it is gone. */
export const keyOf = ({ generation, key, older }: VaultKeys, wanted: number): Buffer | undefined =>
  wanted === generation ? key : older.get(wanted)

/** What new documents, and the keys of other people, are wrapped under. */
export const keyInUse = ({ generation, key }: VaultKeys): VaultKey => ({ generation, key })
