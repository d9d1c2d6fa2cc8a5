import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { KeptSettings } from '../electron/backup/backup-settings.ts'
import { lookAtServer } from '../electron/db/look-at-server.ts'
import { createDb, createPool } from '../electron/db/pool.ts'
import { filesOf, type Support } from '../electron/services/health/bundle.ts'
import type { ServerHealth } from '../electron/services/health/facts.ts'
import { backupHealth } from '../electron/services/health/backup-health.ts'
import { bundleName, pack } from '../electron/services/health/pack.ts'
import { ownLog, supportOf } from '../electron/services/health/support-facts.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { sentenceOf } from './faults.ts'
import { type Reached } from './reach-embedded.ts'
import { reachDatabase } from './reach-database.ts'

/** `corex support`: one file for whoever helps from afar, also when nobody can sign in, or no database answers. */
export const support: Command = {
  summary:
    'Writes one file for whoever helps from afar: versions, health, jobs and the log, without anybody’s data',
  usage: ['support               into this folder', 'support --to <file>   under another name'],
  run: async (args, around) => {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } }, strict: false })
    return write(await collect(around), typeof values.to === 'string' ? values.to : null, around)
  },
}

async function write(found: Support, to: string | null, around: Surroundings): Promise<ExitCode> {
  const file = resolve(to ?? bundleName(found.at))
  const content = await pack(filesOf(found))
  try {
    await writeFile(file, content, { mode: 0o600 })
  } catch (error) {
    around.say(String(error))
    return EXIT.failed
  }
  answer(around, { file, bytes: content.length }, () => [`${file}: ${content.length} bytes`])
  return EXIT.done
}

async function collect(around: Surroundings): Promise<Support> {
  const log = await ownLog(around.target.settingsFolder)
  const reached = await reachDatabase(around.target)
  if (!reached.ok) {
    around.say(`${sentenceOf(reached.error)} The file says so, and has the log.`)
    return { ...NOTHING, at: new Date().toISOString(), fault: reached.error.code, log }
  }
  try {
    return { ...(await read(reached.value, around)), log }
  } finally {
    await reached.value.close()
  }
}

const NOTHING = {
  database: null,
  isTls: null,
  backups: null,
  schema: null,
  rows: [],
  calls: [],
  jobs: [],
  runs: [],
  settings: [],
}

async function read({ kind, connection }: Reached, { target }: Surroundings): Promise<Omit<Support, 'log'>> {
  const db = createDb(createPool(connection, null))
  try {
    const { rows } = await sql<{ server: ServerHealth }>`SELECT server_health() AS server`.execute(db)
    const [row] = rows
    if (row === undefined) throw new Error('The database answered nothing of its health')
    const settings = kind === 'embedded' ? await new KeptSettings(target.settingsFolder).read() : null
    const backups = settings === null ? null : backupHealth({ settings, news: null, trouble: null })
    const look = await lookAtServer(connection)
    const freeBytes = row.server.report?.freeBytes ?? null
    const facts = { server: row.server, look, backups, freeBytes, bank: null, calls: [] }
    return {
      ...(await supportOf(db, facts)),
      database: kind,
      fault: null,
      backups: backups === null ? null : { isSetUp: backups.isSetUp, keepDays: settings?.keepDays ?? 0 },
    }
  } finally {
    await db.destroy()
  }
}
