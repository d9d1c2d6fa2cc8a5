import { type Kysely, sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { seal, unseal } from '../../crypto.ts'
import type { DB } from '../../db/tables.ts'
import type { Around } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { SessionContext, UseCase, VaultKeys } from '../../workplace.ts'
import { forgetKeys, keyOf, vaultKeys, withVaultKeys } from '../sessions/vault.ts'
import { beginRotation } from './begin-rotation.ts'
import { readState } from './read-keys.ts'

type FileKey = { file_id: string; generation: number; wrapped_key: Buffer }

/** A batch is a transaction: whatever ends this program, at most one is done again. */
const BATCH = 200

/** Changes the vault key. Ended anywhere, it goes on where it was: what is done stands in the rows. */
export const rotateKeys: UseCase<'keys', 'rotate'> = ({ work, approvalId }, context) =>
  underWay(work, context, (around) => rotate(approvalId, context, around))

async function rotate(approvalId: string | null, context: SessionContext, around: Around) {
  const { db, vault } = context
  if (approvalId !== null) {
    await withVaultKeys(context, (keys) => beginRotation(db, approvalId, keys))
    forgetKeys(vault)
  }
  await rewrapAll(context, await vaultKeys(context), around)
  await sql`SELECT end_key_rotation()`.execute(db)
  forgetKeys(vault)
  return ok(await readState(db))
}

async function rewrapAll(
  { db }: SessionContext,
  keys: VaultKeys,
  { onProgress, signal }: Around,
): Promise<void> {
  const { left } = await readState(db)
  let done = 0
  for (;;) {
    signal.throwIfAborted()
    const batch = await nextBatch(db)
    if (batch.length === 0) return
    const wrapped = batch.map((file) => rewrapped(file, keys))
    await sql`SELECT rewrap_file_keys(${keys.generation}, ${batch.map(({ file_id }) => file_id)}, ${wrapped})`.execute(
      db,
    )
    done += batch.length
    onProgress(done, Math.max(left, done))
  }
}

const nextBatch = async (db: Kysely<DB>) =>
  (await sql<FileKey>`SELECT * FROM next_file_keys(${BATCH})`.execute(db)).rows

/** The same key under the vault key in use; null when the one it is under does not open it. */
function rewrapped({ generation, wrapped_key }: FileKey, keys: VaultKeys): Buffer | null {
  const before = keyOf(keys, generation)
  if (before === undefined) throw new Error(`No vault key of generation ${generation}`)
  try {
    return seal(unseal(wrapped_key, before), keys.key)
  } catch {
    return null
  }
}
