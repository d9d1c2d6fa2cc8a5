import { execFileSync } from 'node:child_process'

/** Ends a server's first process and all its children on the spot, or stops them as they are and lets them go on. */
export function killServer(postmaster: number, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' = 'SIGKILL'): void {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
  for (const pid of [String(postmaster), ...children.trim().split(/\s+/)]) {
    try {
      process.kill(Number(pid), signal)
    } catch {
      // It ended with its parent.
    }
  }
}
