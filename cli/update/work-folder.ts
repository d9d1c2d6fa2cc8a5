import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../electron/db/fault.ts'
import { ok } from '../../shared/result.ts'
import { type Tried, updateFault } from './update-fault.ts'

/** Where the system's administrator alone writes. Not by a variable of the environment, which whoever starts the program sets. */
const PARENTS: Partial<Record<NodeJS.Platform, string>> = {
  win32: String.raw`C:\Program Files`,
  darwin: '/var/root',
}
export const parentOf = (system: NodeJS.Platform): string => PARENTS[system] ?? '/var/cache'

const OURS = /^corex-update-(\d+)-/

/**
 * Does `work` in a new folder that nobody else can enter, and removes it whatever comes of it; so are those that a power cut left behind.
 * Faults: FOLDER_NOT_TRUSTED, FOLDER_FAILED, and those of `work`.
 */
export async function inWorkFolder<T>(
  parent: string,
  work: (folder: string) => Promise<Tried<T>>,
): Promise<Tried<T>> {
  const made = await makeFolder(parent)
  if (!made.ok) return made
  try {
    return await work(made.value)
  } finally {
    await rm(made.value, { recursive: true, force: true })
  }
}

async function makeFolder(parent: string): Promise<Tried<string>> {
  try {
    if (!(await isTrusted(parent))) return updateFault('FOLDER_NOT_TRUSTED', { folder: parent })
    for (const name of await readdir(parent))
      if (isLeft(name)) await rm(join(parent, name), { recursive: true, force: true })
    return ok(await mkdtemp(join(parent, `corex-update-${process.pid}-`)))
  } catch (error) {
    return updateFault('FOLDER_FAILED', { folder: parent, reason: codeOf(error) ?? String(error) })
  }
}

/** Windows has no such bits, and there nobody but administrators writes to that folder. */
async function isTrusted(parent: string): Promise<boolean> {
  const { uid, mode } = await lstat(parent)
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
}

/** The process that made it has ended. */
function isLeft(name: string): boolean {
  const pid = Number(OURS.exec(name)?.[1] ?? process.pid)
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
