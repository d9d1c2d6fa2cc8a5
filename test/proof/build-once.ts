import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

let isBuilt = false

/** Builds the application as it is now, for a proof that drives its real window. */
export function buildOnce(): void {
  if (isBuilt) return
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'pipe',
  })
  isBuilt = true
}
