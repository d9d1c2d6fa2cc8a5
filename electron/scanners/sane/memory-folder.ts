import { mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { userInfo } from 'node:os'

/** A file system in memory, as Linux numbers it (statfs(2), TMPFS_MAGIC). */
const TMPFS = 0x01021994
const PLACE = '/dev/shm'
const NAMED = /^corex-scan-(\d+)-/

/** Where pages lie in memory and not on a disk, readable by this user alone; it is gone when the work is done. Null without such a place. */
export async function inMemory<T>(work: (folder: string) => Promise<T>): Promise<T | null> {
  const isMemory = await statfs(PLACE).then(
    ({ type }) => type === TMPFS,
    () => false,
  )
  if (!isMemory) return null
  const folder = await mkdtemp(join(PLACE, `corex-scan-${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM is a process of somebody else, which is running too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Removes the pages that an application of this user left in memory because it was killed in the middle of a scan. One that is running keeps
 * its own; what cannot be removed stays, and is tried again at the next start.
 */
export async function removeLeftPages(place = PLACE): Promise<void> {
  const { uid } = userInfo()
  for (const name of await readdir(place).catch(() => [])) {
    const pid = NAMED.exec(name)?.[1]
    if (pid === undefined || isRunning(Number(pid))) continue
    const owner = await stat(join(place, name)).catch(() => null)
    if (owner?.uid === uid) await rm(join(place, name), { recursive: true, force: true }).catch(() => {})
  }
}
