import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from './finding.ts'

/**
 * A root of its own for one check: what is installed there is laid over this system's files, in a folder that goes afterwards, and this
 * system sees nothing of it. $1 is that folder, $2 the repository, and what follows is run there. It becomes the root itself, because a program
 * that is in a chroot may not make the user namespace of Chromium's sandbox.
 */
const SCRIPT = `set -e
export PATH="$PATH:/usr/sbin:/sbin" # pivot_root, and what dpkg asks for
top=$1; here=$2; shift 2
mount -t overlay overlay -o "lowerdir=/,upperdir=$top/upper,workdir=$top/work" "$top/whole"
mount -t proc proc "$top/whole/proc"
mount --rbind /dev "$top/whole/dev"
mkdir -p "$top/whole$here"
mount --bind "$here" "$top/whole$here"
mkdir -p "$top/whole/.outside"
cd "$top/whole"
pivot_root . .outside
cd /
umount -l /.outside
exec "$@"`

export const canHaveCleanRoot = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'true']).status === 0

/** Runs a command in a root of its own, in which the repository lies where it does here; what is changed there goes afterwards. */
export function runInCleanRoot(root: string, command: readonly string[]): Ended {
  const top = mkdtempSync(join(tmpdir(), 'corex-root-'))
  for (const part of ['upper', 'work', 'whole']) mkdirSync(join(top, part))
  const alone = ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', SCRIPT, 'sh', top, root]
  try {
    const { stdout, status } = spawnSync('unshare', [...alone, ...command], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { stdout, status }
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

type Ended = { readonly stdout: string; readonly status: number | null }

/** Installs, starts, upgrades and removes packages in a clean root (in-clean-root.ts), and returns what was found there. */
export function examineInstallation(
  root: string,
  manager: 'deb' | 'rpm',
  older: string,
  newer: string,
  olderRoot: string,
): Finding[] {
  const program = join(root, 'tools/package/in-clean-root.ts')
  const { stdout, status } = runInCleanRoot(root, [
    process.execPath,
    program,
    manager,
    older,
    newer,
    olderRoot,
  ])
  const found: Finding[] =
    status === 0 ? JSON.parse(stdout) : [{ claim: 'it ran to its end', against: [stdout || 'it failed'] }]
  return found.map(({ claim, against }) => ({ claim: `${manager}: ${claim}`, against }))
}
