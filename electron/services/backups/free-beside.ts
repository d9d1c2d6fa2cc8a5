import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How much is free on the disk that a folder is on; null where that cannot be read. */
export async function freeBeside(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(dirname(folder))
    return bavail * bsize
  } catch {
    return null
  }
}
