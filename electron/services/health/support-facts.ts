import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/tables.ts'
import { readJobs, readRuns } from '../../jobs/read-jobs.ts'
import type { ServerSetting, Support } from './bundle.ts'
import type { HealthFacts } from './facts.ts'
import { judgeHealth } from './judge.ts'

const RUNS = 200
/** Some thousand lines: what happened lately. */
const LOG_BYTES = 400_000

/** Those that somebody has set. A workstation sees no path of the server's among them. */
const SETTINGS = sql<ServerSetting>`SELECT name, setting AS value, vartype AS kind FROM pg_settings
  WHERE source NOT IN ('default', 'override', 'client') ORDER BY name`

/** What of a bundle comes from the database. */
export async function supportOf(
  db: Kysely<DB>,
  facts: HealthFacts,
): Promise<Pick<Support, 'at' | 'schema' | 'isTls' | 'rows' | 'calls' | 'jobs' | 'runs' | 'settings'>> {
  return {
    at: facts.server.at,
    schema: facts.server.schema,
    isTls: facts.look === null ? null : facts.look.certificateEnds !== null,
    rows: judgeHealth(facts),
    calls: facts.calls,
    jobs: await readJobs(db),
    runs: await readRuns(db, null, RUNS),
    settings: (await SETTINGS.execute(db)).rows,
  }
}

/** The end of the workstation's own log; empty where there is none. */
export async function ownLog(settingsFolder: string): Promise<string> {
  try {
    const text = await readFile(join(settingsFolder, 'logs', 'corex-teller.log'), 'utf8')
    return text.slice(-LOG_BYTES)
  } catch {
    return ''
  }
}
