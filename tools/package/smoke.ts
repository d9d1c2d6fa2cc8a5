import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Finding, finding } from './finding.ts'

const START_MS = 180_000
const END_MS = 30_000
const LOOK_MS = 250
const AS_NODE = 42

/** The embedded server is made and answers: its own file says so, from outside. */
async function serverStarts(child: ChildProcess, data: string): Promise<string[]> {
  const limit = Date.now() + START_MS
  while (Date.now() < limit) {
    if (existsSync(join(data, 'database/cluster/postmaster.pid'))) return []
    if (child.exitCode !== null) return [`it ended with ${child.exitCode}`]
    await wait(LOOK_MS)
  }
  return ['its server does not start']
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit', { signal: AbortSignal.timeout(END_MS) })
  child.kill()
  await gone.catch(() => child.kill('SIGKILL'))
}

async function starts(executable: string, args: readonly string[]): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'corex-smoke-'))
  const child = spawn(executable, [...args, `--user-data-dir=${data}`], { stdio: 'ignore' })
  child.on('error', () => {}) // it is seen by its exit code
  try {
    return await serverStarts(child, data)
  } finally {
    await end(child)
    rmSync(data, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Whether the executable runs a script for whoever asks it to, which its fuses forbid. */
function runsAsNode(executable: string): string[] {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { status } = spawnSync(executable, ['-e', `process.exit(${AS_NODE})`], { env, timeout: END_MS })
  return status === AS_NODE ? ['it ran a script'] : []
}

/** Starts the executable that is shipped, whose fuses let nobody look inside. `args` come before the data folder. */
export const examineShipped = async (
  executable: string,
  args: readonly string[] = [],
): Promise<Finding[]> => [
  await finding('the executable that is shipped starts, with its server', () => starts(executable, args)),
  await finding('it is no Node for anybody', () => runsAsNode(executable)),
]
