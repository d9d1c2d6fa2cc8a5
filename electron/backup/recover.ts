import { chownSync, lstatSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ids } from '../db/embedded/account.ts'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start.ts'
import type { DatabaseFault } from '../db/fault.ts'
import { BackupEnded } from './backup-fault.ts'
import type { RestorePlan } from './plan-restore.ts'

export type RecoverOrder = {
  /** Holds `cluster` and `superuser.secret`. */
  readonly folder: string
  readonly account: Ids | null
  readonly plan: RestorePlan
  readonly until: Date | null
  readonly log: (line: string) => void
  readonly signal: AbortSignal
}

/** How long recovery may take; the log of weeks is replayed at some hundred megabytes a second. */
const LIMIT_MS = 6 * 3600_000

/** The server's words where the log ends before the wanted second: after that second nothing was written. */
const ENDED_BEFORE = 'recovery ended before configured recovery target was reached'

/** Starts a server on what was unpacked; it replays the log up to the wanted second and begins a new time line. */
export async function recover(order: RecoverOrder): Promise<EmbeddedServer> {
  const { until } = order
  const first = await replay(order, until)
  if (first.ok) return first.value
  // The plan knows the log to be whole up to its end, so that nothing after it is missing.
  const again =
    until !== null && wordsOf(first.error).includes(ENDED_BEFORE) ? await replay(order, null) : first
  if (again.ok) return again.value
  throw new BackupEnded('RECOVERY_FAILED', {
    code: again.error.code,
    reason: wordsOf(again.error).slice(-300),
  })
}

const wordsOf = ({ details }: DatabaseFault): string => details?.['output'] ?? details?.['reason'] ?? ''

function replay({ folder, account, plan, log, signal }: RecoverOrder, until: Date | null) {
  const cluster = join(folder, 'cluster')
  writeFileSync(join(cluster, 'recovery.signal'), '', { mode: 0o600 })
  reserveTimelines(cluster, plan)
  if (account !== null) giveTo(account, cluster)
  const target =
    until === null
      ? {}
      : { recovery_target_time: until.toISOString().replace('Z', '+00'), recovery_target_action: 'promote' }
  return startEmbedded({
    dataFolder: folder,
    log,
    limitMs: LIMIT_MS,
    signal,
    // Without hot standby the server says that it is ready when the log was replayed, and not before.
    settings: {
      hot_standby: 'off',
      restore_command: 'exit 1',
      recovery_target_timeline: 'current',
      ...target,
    },
  })
}

/** A time line that the folder already knows is never begun again: the server looks for the highest that it has heard of. */
function reserveTimelines(cluster: string, { full, newestTimeline }: RestorePlan): void {
  for (let timeline = full.timeline + 1; timeline <= newestTimeline; timeline += 1) {
    const name = `${timeline.toString(16).padStart(8, '0').toUpperCase()}.history`
    const text = `${full.timeline}\t${full.endLsn}\tanother restore of this bank\n`
    writeFileSync(join(cluster, 'pg_wal', name), text, { mode: 0o600 })
  }
}

/** Root's server runs as a system user, which owns what it works on. */
function giveTo(account: Ids, path: string): void {
  chownSync(path, account.uid, account.gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(account, join(path, name))
}
