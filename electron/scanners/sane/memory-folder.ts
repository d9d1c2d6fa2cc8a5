import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** A file system in memory, as Linux numbers it (statfs(2), TMPFS_MAGIC). */
const TMPFS = 0x01021994

/** Where pages lie in memory and not on a disk, readable by this user alone; it is gone when the work is done. Null without such a place. */
export async function inMemory<T>(work: (folder: string) => Promise<T>): Promise<T | null> {
  const place = '/dev/shm'
  const isMemory = await statfs(place).then(
    ({ type }) => type === TMPFS,
    () => false,
  )
  if (!isMemory) return null
  const folder = await mkdtemp(join(place, 'corex-scan-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
