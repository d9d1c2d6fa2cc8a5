import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Identity, newChainIdentity } from '../backup/keys.ts'
import { codeOf } from '../db/fault.ts'
import { writeWhole } from '../write-whole.ts'

const fileIn = (settingsFolder: string) => join(settingsFolder, 'export.key')

/**
 * What opens the exports of this computer on this computer, beside the words of the recovery sheet. It lies where the data of the embedded
 * server does, for the same user alone: whoever reads one reads the other. It never leaves with an export.
 */
export async function exportKey(settingsFolder: string): Promise<Identity | null> {
  try {
    return (await readFile(fileIn(settingsFolder), 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The same, made where there is none. */
export async function ensureExportKey(settingsFolder: string): Promise<Identity> {
  const known = await exportKey(settingsFolder)
  if (known !== null) return known
  const made = await newChainIdentity()
  await writeWhole(fileIn(settingsFolder), `${made}\n`)
  return made
}
