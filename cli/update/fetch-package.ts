import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../electron/db/fault.ts'
import { ok } from '../../shared/result.ts'
import type { Package } from './channel.ts'
import { openPart, partFault, type Source } from './read-part.ts'
import { type Tried, updateFault } from './update-fault.ts'

/** Writing failed, not reading: the two share their codes. */
class NotWritten extends Error {
  readonly code: string
  constructor(error: unknown) {
    super(String(error))
    this.code = codeOf(error) ?? 'unknown'
  }
}

/**
 * Copies a package of a channel into a folder, and answers its path once every byte is there and is what was signed. What was copied of
 * one that is not stays for whoever made the folder to remove. Faults: those of the channel, PACKAGE_SIZE, PACKAGE_OTHER, DISK_FULL, FOLDER_FAILED.
 */
export async function fetchPackage(source: Source, wanted: Package, folder: string): Promise<Tried<string>> {
  const { file, bytes, sha512 } = wanted
  const to = join(folder, file)
  try {
    const copied = await copy(source, wanted, to)
    if (copied.bytes !== bytes)
      return updateFault('PACKAGE_SIZE', { file, bytes: String(bytes), found: String(copied.bytes) })
    return copied.sha512 === sha512 ? ok(to) : updateFault('PACKAGE_OTHER', { file })
  } catch (error) {
    const fault = writeFault(error, wanted, folder) ?? partFault(error, source, file)
    if (fault === null) throw error
    return fault
  }
}

/** No more is read than one byte beyond what was signed. */
async function copy(source: Source, { file, bytes }: Package, to: string) {
  const hash = createHash('sha512')
  let found = 0
  const stream = await openPart(source, file)
  const handle = await written(() => open(to, 'wx', 0o600))
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      found += part.length
      if (found > bytes) break
      hash.update(part)
      await written(() => writeAll(handle, part))
    }
    await written(() => handle.sync())
  } finally {
    stream.destroy()
    await handle.close()
  }
  return { bytes: found, sha512: hash.digest('hex') }
}

async function writeAll(handle: FileHandle, part: Buffer): Promise<void> {
  for (let at = 0; at < part.length;) at += (await handle.write(part, at)).bytesWritten
}

async function written<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new NotWritten(error)
  }
}

function writeFault(error: unknown, { file, bytes }: Package, folder: string): Tried<never> | null {
  if (!(error instanceof NotWritten)) return null
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  return isFull
    ? updateFault('DISK_FULL', { file, folder, bytes: String(bytes) })
    : updateFault('FOLDER_FAILED', { folder, reason: error.code })
}
