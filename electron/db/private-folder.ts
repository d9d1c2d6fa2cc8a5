import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Why somebody else of this machine could put a program of theirs into `folder`, or null when only this program's user can: no
 * link on the way, the folder open to its owner alone, every folder above it in the hands of root or of this user. What
 * stands in such a folder is ours, so a socket there is our server's. Not for Windows, where modes say nothing.
 */
export function whyNotPrivate(folder: string): string | null {
  try {
    if (realpathSync(folder) !== folder) return `${folder} leads through a link`
    const found = lstatSync(folder)
    if (!found.isDirectory() || (found.mode & 0o077) !== 0) return `${folder} is open to others`
    // Root's server runs as a system user, who then owns the folder; nobody else could have put it below root's folders.
    if (!isOurs(found.uid) && process.getuid?.() !== 0) return `${folder} belongs to somebody else`
    const open = parentsOf(folder).find((parent) => isOpen(lstatSync(parent)))
    return open === undefined ? null : `${open} can be changed by somebody else`
  } catch {
    return `${folder} cannot be looked at`
  }
}

function parentsOf(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [] : [parent, ...parentsOf(parent)]
}

const isOurs = (uid: number): boolean => uid === 0 || uid === process.getuid?.()

const WRITABLE_BY_OTHERS = 0o022
/** In a folder with this bit, such as /tmp, nobody removes or renames what belongs to somebody else. */
const STICKY = 0o1000

const isOpen = ({ mode, uid }: Stats): boolean =>
  !isOurs(uid) || ((mode & WRITABLE_BY_OTHERS) !== 0 && (mode & STICKY) === 0)
