import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder among the system's temporary ones, empty or with a copy of what another one holds. */
export function newFolder(from: string | null = null): string {
  const folder = mkdtempSync(join(tmpdir(), 'corex-teller-'))
  if (from !== null) copyInto(from, folder)
  // As root the server runs under a system user, who has to be able to pass through.
  chmodSync(folder, 0o711)
  return folder
}

/** With owners and modes: the cluster belongs to the system user under whom root's server runs. */
export function copyInto(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true })
  else execFileSync('cp', ['-a', `${from}/.`, to])
}
