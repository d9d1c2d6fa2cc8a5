import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { VERSION } from './build.ts'

/** Often enough for a version that somebody installs, and seldom enough to cost nothing. */
const LOOK_EVERY_MS = 60_000

/** The version of the package that lies on the disk, or null where that cannot be read, as while it is being replaced. */
export async function versionOnDisk(resources: string): Promise<string | null> {
  try {
    const text = await readFile(join(resources, 'app.asar.unpacked/package.json'), 'utf8')
    const { version }: { version?: unknown } = JSON.parse(text)
    return typeof version === 'string' ? version : null
  } catch {
    return null
  }
}

/**
 * Says whether the computer has another version than the one that runs. One that was seen only once may still be on its way onto the disk,
 * so that it counts from the second look on.
 */
export function watchInstalled(
  read: () => Promise<string | null>,
  now: () => number = Date.now,
): () => Promise<boolean> {
  const seen = { at: -Infinity, version: null as string | null, isOther: false }
  return async () => {
    if (now() - seen.at < LOOK_EVERY_MS) return seen.isOther
    seen.at = now()
    const version = await read()
    seen.isOther = version !== null && version !== VERSION && version === seen.version
    seen.version = version
    return seen.isOther
  }
}
