import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The server with all its processes, suspended, resumed or killed together, which looks like a cut cable to the application. */
export function serverOf(userData: string) {
  const [first = ''] = readFileSync(join(userData, 'database/cluster/postmaster.pid'), 'utf8').split('\n')
  /** None of a server that is gone. */
  const children = () =>
    spawnSync('ps', ['-o', 'pid=', '--ppid', first], { encoding: 'utf8' }).stdout.match(/\d+/g) ?? []
  const each = (name: NodeJS.Signals) => {
    for (const pid of children()) signalUnlessGone(Number(pid), name)
  }
  const cut = () => {
    // Before its children are listed: it makes no more of them then, and none is left out.
    process.kill(Number(first), 'SIGSTOP')
    each('SIGSTOP')
  }
  const mend = () => {
    each('SIGCONT')
    signalUnlessGone(Number(first), 'SIGCONT')
  }
  const kill = () => {
    cut()
    each('SIGKILL')
    process.kill(Number(first), 'SIGKILL')
  }
  return { cut, mend, kill }
}

/** A process of the server may end by itself after it was listed. */
export function signalUnlessGone(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
