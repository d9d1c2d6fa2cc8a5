import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { whyNotPrivate } from '../private-folder.ts'
import { makeParents, type Place, ROOT_HOME } from './account.ts'

/** The number in the socket's name. A folder has one server, so that it need not differ. */
export const SOCKET_PORT = 5432

export const socketIn = (folder: string): string => join(folder, `.s.PGSQL.${SOCKET_PORT}`)

/** The shortest limit of the systems that have sockets, macOS's; Linux allows 107. */
const LONGEST_PATH = 103

/**
 * A folder for the server's socket that nobody but this user (and, for root, the server's system user) can enter: in the data folder,
 * or where that path is too long or open to others, in a shorter one of this user. Null where the system has none.
 */
export function socketFolderFor(place: Place): string | null {
  if (process.platform === 'win32') return null
  const usable = candidates(place).find(
    (folder) => Buffer.byteLength(socketIn(folder)) <= LONGEST_PATH && makePrivate(folder, place),
  )
  return usable === undefined ? null : realpathSync(usable)
}

function candidates({ folder, account }: Place): string[] {
  const name = `corex-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const runtime = process.env['XDG_RUNTIME_DIR']
  // In /tmp a system user's folder could be somebody else's as far as root can tell.
  const elsewhere = account === null ? [...(runtime ? [runtime] : []), tmpdir()] : [ROOT_HOME]
  return [join(folder, 'socket'), ...elsewhere.map((parent) => join(parent, name))]
}

/** Makes the folder, if need be, and says whether it is private. One that somebody else made is left as it is. */
function makePrivate(folder: string, { account }: Place): boolean {
  try {
    if (!existsSync(folder)) {
      makeParents(folder)
      mkdirSync(folder, { mode: 0o700 })
      chmodSync(folder, 0o700)
      if (account !== null) chownSync(folder, account.uid, account.gid)
    }
    return (
      whyNotPrivate(join(realpathSync(dirname(folder)), folder.slice(dirname(folder).length + 1))) === null
    )
  } catch {
    return false
  }
}
