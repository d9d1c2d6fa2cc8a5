import type { Client } from 'pg'
import { randomBytes } from 'node:crypto'
import { seal } from '../../../electron/crypto.ts'
import { unwrapVaultKey } from '../../../electron/services/sessions/key-ring.ts'
import { PASSWORD } from './seed.ts'
import { withLedger } from './books.ts'

/** Changes rows that no rule lets anybody change, as an earlier release or a broken disk would have left them. */
export const changeStored = (userData: string, change: (client: Client) => Promise<unknown>) =>
  withLedger(userData, async (client) => {
    await client.query('SET session_replication_role = replica; SET search_path = corex')
    await change(client)
  })

/** Puts another file in the place of a stored document's, sealed under the branch's key, past the check of what is uploaded. */
export const replaceStoredFile = (userData: string, documentNumber: string, content: Uint8Array) =>
  changeStored(userData, async (client) => {
    const { rows } = await client.query<{ wrapped_key: Buffer }>(
      `SELECT k.wrapped_key FROM user_keys k JOIN users u ON u.id = k.user_id WHERE u.role = 'SUPERVISOR'`,
    )
    const { key } = await unwrapVaultKey(rows[0]?.wrapped_key ?? Buffer.of(), PASSWORD)
    const fileKey = randomBytes(32)
    await client.query(
      `WITH stored AS (UPDATE kyc_files SET media_type = 'application/pdf', content = $2
         WHERE id = (SELECT file_id FROM kyc_documents WHERE document_number = $3) RETURNING id)
       UPDATE kyc_file_keys SET wrapped_key = $1 WHERE file_id IN (SELECT id FROM stored)`,
      [seal(fileKey, key), seal(content, fileKey), documentNumber],
    )
  })
