import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { intentKind } from '../../../shared/contract/intent-words.ts'
import { isoTime } from '../../../shared/contract/fields.ts'
import { writeWhole } from '../../write-whole.ts'

/**
 * A note of what is about to be sent, written before it is sent and removed when its outcome has been shown. It holds no secret, and of
 * the customer only the numbers of accounts. Key, maker and server stand in its name too, so that a note whose content is lost is still
 * settled.
 */
const note = z.object({
  kind: intentKind,
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  shown: z.array(z.string()),
  sentAt: isoTime,
  /** Address of the server, for people. */
  sentTo: z.string(),
})
export type IntentNote = z.infer<typeof note>

/** What settles an intent. `server` names the ledger that it was sent to: see `ledgerOf`. */
export type IntentName = { readonly key: string; readonly maker: string; readonly server: string }

/** A note as it is found on the disk; `note` is null when its content cannot be read. */
export type FoundIntent = IntentName & { readonly note: IntentNote | null; readonly writtenAt: Date }

const FILE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([0-9a-f]{16})\.json$/

const fileOf = ({ key, maker, server }: IntentName) => `${key}.${maker}.${server}.json`

/**
 * Writes the note so that it is on the disk, whole, when this resolves: file and folder are flushed. Nothing happens when it is there
 * already. Throws what the file system says, and then leaves nothing behind.
 */
export async function writeIntent(folder: string, name: IntentName, content: IntentNote): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, fileOf(name))
  if ((await stat(file).catch(() => null)) !== null) return
  const unfinished = join(folder, `${name.key}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`)
  await writeWhole(file, JSON.stringify(content), unfinished)
}

/** The notes that are there, oldest first. What an earlier run began to write and never sent is removed. */
export async function readIntents(folder: string): Promise<FoundIntent[]> {
  const files = await readdir(folder).catch(() => [])
  await Promise.all(files.filter(isAbandoned).map((file) => rm(join(folder, file), { force: true })))
  const found = await Promise.all(files.map((file) => readIntent(folder, file)))
  return found.flatMap((each) => each ?? []).sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime())
}

const isAbandoned = (file: string) => file.endsWith('.tmp') && file.split('.').at(-3) !== String(process.pid)

async function readIntent(folder: string, file: string): Promise<FoundIntent | null> {
  const [, key, maker, server] = FILE.exec(file) ?? []
  if (key === undefined || maker === undefined || server === undefined) return null
  const path = join(folder, file)
  const written = await stat(path).catch(() => null)
  if (written === null) return null
  return { key, maker, server, note: await readNote(path), writtenAt: written.mtime }
}

async function readNote(path: string): Promise<IntentNote | null> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    return note.parse(content)
  } catch {
    return null
  }
}

/** Removes the note of a key, if there is one. */
export async function removeIntent(folder: string, key: string): Promise<void> {
  const files = await readdir(folder).catch(() => [])
  const mine = files.filter((file) => file.endsWith('.json') && file.startsWith(`${key}.`))
  await Promise.all(mine.map((file) => rm(join(folder, file), { force: true })))
}
