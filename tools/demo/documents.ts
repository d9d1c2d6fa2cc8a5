import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { seal } from '../../electron/crypto.ts'
import type { VaultKey } from '../../electron/wrapped-key.ts'
import { demoCard, demoPlaceholder } from './picture.ts'

/** Customers at the end of the list whose documents wait for a supervisor, each with two pictures of its own. */
export const WAITING = 4

/** Encrypted as an upload is: under a key of the file's own, which is wrapped under the vault key. */
function encrypted(content: Buffer, vaultKey: VaultKey) {
  const fileKey = randomBytes(32)
  return { size: content.byteLength, key: seal(fileKey, vaultKey.key), content: seal(content, fileKey) }
}

/** The picture behind all decided documents is encrypted once; every document still has a file row of its own. */
export async function storePlaceholder(client: Client, vaultKey: VaultKey): Promise<void> {
  const file = encrypted(demoPlaceholder(), vaultKey)
  await client.query(`INSERT INTO demo_placeholder VALUES ('image/png', $1, $2, $3)`, [
    file.size,
    file.key,
    file.content,
  ])
}

/** What stands in the supervisor's queue; nothing is decided about it, so these customers stay PENDING by the rule. */
export async function fillQueue(client: Client, vaultKey: VaultKey, customers: number): Promise<void> {
  const queue = Array.from({ length: WAITING }, (_, i) => customers - i)
  for (const n of queue) {
    for (const type of ['NATIONAL_ID', 'UTILITY_BILL']) {
      const file = encrypted(demoCard(n + type.length), vaultKey)
      const id = randomUUID()
      await client.query(
        `INSERT INTO kyc_files (id, media_type, byte_size, content, created_by)
         SELECT $1, 'image/png', $2, $3, maker FROM demo_people WHERE n = $4`,
        [id, file.size, file.content, n],
      )
      await client.query('INSERT INTO kyc_file_keys (file_id, generation, wrapped_key) VALUES ($1, 1, $2)', [
        id,
        file.key,
      ])
      await client.query(
        `INSERT INTO kyc_documents (customer_id, document_type, document_number, issuing_country, file_id, expires_at, created_by)
         SELECT id, $1, $2, CASE WHEN $1 = 'NATIONAL_ID'::document_type THEN 'SE' END, $3, CASE WHEN $1 = 'NATIONAL_ID'::document_type THEN current_date + 900 END, maker
         FROM demo_people WHERE n = $4`,
        [type, `Q-${randomBytes(5).toString('hex').toUpperCase()}`, id, n],
      )
    }
  }
}
