import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Some network shares cannot be told to flush; what is on them is then as safe as they are. */
const WITHOUT_FLUSH = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EBADF', 'EACCES'])

const cannotFlush = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && WITHOUT_FLUSH.has(String(error.code))

/** Waits until a file, or the names in a folder, are on the disk. Windows keeps names safe by itself. */
export async function flushToDisk(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory()
  const flags = isFolder || process.platform !== 'win32' ? 'r' : 'r+'
  const handle = await open(path, flags).catch((error: unknown) => {
    if (isFolder && cannotFlush(error)) return null
    throw error
  })
  try {
    await handle?.sync()
  } catch (error) {
    if (!cannotFlush(error)) throw error
  } finally {
    await handle?.close()
  }
}

/** Gives a file or folder its name, which is on the disk when this resolves. */
export async function renameFlushed(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flushToDisk(dirname(to))
}

/**
 * Writes a small file so that a crash leaves the old one or the new one, and that the new one is on the disk when this resolves. This user
 * alone reads it. Throws what the file system says, and then leaves nothing behind.
 */
export async function writeWhole(file: string, text: string, draft = `${file}.part`): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await rm(draft, { force: true })
  try {
    await writeFlushed(draft, text)
    await renameFlushed(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

async function writeFlushed(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
  await flushToDisk(file)
}
