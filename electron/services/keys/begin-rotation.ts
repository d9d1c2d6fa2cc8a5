import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { seal } from '../../crypto.ts'
import type { DB } from '../../db/tables.ts'
import { headOf, wrapFor } from '../../wrapped-key.ts'
import type { VaultKeys } from '../../workplace.ts'

type Receiver = { id: string; public_key: Buffer; voucher: Buffer }

/**
 * Makes the next vault key and gives it to everybody who has this one, in one transaction: from then on it is in use. Whoever has a public key
 * that this vault key does not vouch for gets bytes that nothing opens, and needs a new temporary password, as if left out.
 */
export async function beginRotation(db: Kysely<DB>, approvalId: string, keys: VaultKeys): Promise<void> {
  const next = { generation: keys.generation + 1, key: randomBytes(32) }
  const { rows } = await sql<Receiver>`SELECT * FROM list_key_receivers()`.execute(db)
  const given = rows.map(
    ({ public_key, voucher }) => wrapFor(public_key, voucher, keys.key, next.key) ?? Buffer.alloc(NOTHING),
  )
  await sql`SELECT begin_key_rotation(${approvalId}, ${headOf(next)}, ${seal(keys.hashKey, next.key)},
    ${seal(keys.key, next.key)}, ${rows.map(({ id }) => id)}, ${given})`.execute(db)
  next.key.fill(0)
}

/** As long as what wrapFor makes. */
const NOTHING = 124
