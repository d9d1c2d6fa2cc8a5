import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The server with all its processes, suspended, resumed or killed together, which looks like a cut cable to the application. */
export function serverOf(userData: string) {
  const [first = ''] = readFileSync(join(userData, 'database/cluster/postmaster.pid'), 'utf8').split('\n')
  const children = () =>
    execFileSync('ps', ['-o', 'pid=', '--ppid', first], { encoding: 'utf8' }).trim().split(/\s+/)
  const signal = (name: NodeJS.Signals) => {
    for (const pid of [first, ...children()]) process.kill(Number(pid), name)
  }
  return { cut: () => signal('SIGSTOP'), mend: () => signal('SIGCONT'), kill: () => signal('SIGKILL') }
}
