import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildFolder, bundle } from './build-folder.ts'
import { fileOf, type Kind, makeInstallers } from './installers.ts'
import { run } from './run.ts'
import type { Target } from './target.ts'

/** The number of what is upgraded from: lower than every other. */
const OLDER = '0.0.9'

type Previous = {
  /** For people. */
  readonly name: string
  /** The repository that the packages were made from. */
  readonly root: string
  readonly fileOf: (kind: Kind) => string
  readonly remove: () => void
}

/** A copy of the repository as it was at a commit, with the packages that it asked for. */
function checkOut(root: string, commit: string): string {
  const folder = join(root, '.cache/previous', commit)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  run('git', ['clone', '--quiet', '--shared', '--no-checkout', root, folder])
  run('git', ['-C', folder, 'checkout', '--quiet', '--detach', commit])
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder })
  return folder
}

/** The packages of an older version, from a commit and its own content; without a commit, from the folder that was just made. */
export async function previousPackages(
  root: string,
  target: Target,
  kinds: readonly Kind[],
  commit: string | undefined,
): Promise<Previous> {
  const from = commit === undefined ? root : checkOut(root, commit)
  if (commit !== undefined) {
    bundle(from)
    await buildFolder(from, target)
  }
  makeInstallers(from, target, kinds, OLDER)
  const files = (kind: Kind) => fileOf(join(from, 'dist'), kind, target, OLDER)
  return {
    name: commit ?? 'a lower number',
    root: from,
    fileOf: files,
    remove: () => {
      for (const kind of kinds) rmSync(files(kind))
      if (commit !== undefined) rmSync(from, { recursive: true })
    },
  }
}
