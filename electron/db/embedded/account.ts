import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Where root's servers live when the account cannot reach the folder that was asked for. */
export const ROOT_HOME = '/var/lib/corex-teller'

export type Ids = { readonly uid: number; readonly gid: number }

/** The system user whose rights a PostgreSQL process gets; null is "the one that runs this program". */
export type Account = Ids | null

/** A build of PostgreSQL: the folder that has its `bin`, and its major version. */
export type Programs = { readonly folder: string; readonly major: number }

/** Where the cluster is, as whom its server runs, and by which programs where they are not those that this application brings along. */
export type Place = { readonly folder: string; readonly account: Account; readonly programs?: Programs }

/**
 * PostgreSQL refuses to run as root, so root starts it as a system user: the owner of the cluster if there is one, else
 * `postgres`, else `corex`, which is made if need be. Root's home is closed to that user: then the data goes to
 * /var/lib/corex-teller, under a name made from the folder's, and `log` says so. Other users get the folder that they asked for.
 */
export function placeFor(wanted: string, log: (line: string) => void): Place {
  const folder = resolve(wanted)
  if (process.getuid?.() !== 0) return { folder, account: null }
  const account = ownerOf(join(folder, 'cluster')) ?? systemAccount()
  if (reachable(folder, account)) return { folder, account }
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const instead = join(ROOT_HOME, name)
  log(`${folder} is closed to the server's system user; the data is kept in ${instead}`)
  return { folder: instead, account: ownerOf(join(instead, 'cluster')) ?? systemAccount() }
}

function ownerOf(folder: string): Ids | null {
  if (!existsSync(folder)) return null
  const { uid, gid } = statSync(folder)
  return uid === 0 ? null : { uid, gid }
}

function systemAccount(): Ids {
  const known = lookUp('postgres') ?? lookUp('corex')
  if (known !== null) return known
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'corex'])
  const created = lookUp('corex')
  if (created === null) throw new Error('The system user corex was created but is not in /etc/passwd')
  return created
}

function lookUp(name: string): Ids | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}

/** Whether `account` may pass through every parent of `folder` that exists. */
export function reachable(folder: string, account: Ids): boolean {
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    if (existsSync(parent) && !mayPass(parent, account)) return false
    if (parent === dirname(parent)) return true
  }
}

function mayPass(folder: string, account: Ids): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

/** Makes the missing parents of `folder`; each may be passed through, because mkdir under a strict umask closes them. */
export function makeParents(folder: string): void {
  const parent = dirname(folder)
  if (existsSync(parent)) return
  makeParents(parent)
  mkdirSync(parent)
  chmodSync(parent, 0o711)
}
