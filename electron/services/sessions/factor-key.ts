import { createHmac } from 'node:crypto'
import { vaultKeys, type VaultContext } from './vault.ts'

/**
 * Under this key the database keeps the secrets of people's devices: it gets it with each code and stores it nowhere, so that a copy of the
 * database does not make codes. It follows from what everybody's password opens, and stays when the vault key changes.
 */
export const factorKey = async (context: VaultContext): Promise<Buffer> =>
  createHmac('sha256', (await vaultKeys(context)).hashKey)
    .update('second factors')
    .digest()
