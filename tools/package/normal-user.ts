import { chmodSync, chownSync, mkdirSync } from 'node:fs'

/** A user without rights, as whom the package is started where this runs as root, and how a program becomes theirs. */
export type NormalUser = { readonly uid: number; readonly gid: number; readonly prefix: readonly string[] }

const NOBODY = 65_534

/** Root's own start would prove nothing about a teller's. */
export function normalUser(ids?: { uid: number; gid: number }): NormalUser {
  if (process.getuid?.() !== 0)
    return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, prefix: [] }
  const { uid, gid } = ids ?? { uid: NOBODY, gid: NOBODY }
  return { uid, gid, prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'] }
}

/** A folder that is theirs alone. */
export function ownFolder(folder: string, { uid, gid }: NormalUser): string {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  chownSync(folder, uid, gid)
  return folder
}
