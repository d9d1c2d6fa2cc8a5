// `npm run demo -- --customers N`: fills an empty database with a branch that is marked as a demonstration.
import { basename, dirname, join } from 'node:path'
import { addressOf } from '../electron/db/connection.ts'
import { defaultFolders } from '../electron/db/default-folders.ts'
import { readArguments, USAGE } from './demo/arguments.ts'
import { type DemoReport, loadDemo } from './demo/load.ts'
import { showProgress, whole } from './demo/progress.ts'
import { openTarget, type Target } from './demo/target.ts'

const CANCELLED = 130
const say = (line: string) => void process.stdout.write(`${line}\n`)

const read = readArguments(process.argv.slice(2))
if (read.ok) process.exitCode = await run(read.value)
else giveUp(`${read.error.details?.['reason'] ?? ''}\nUsage: ${USAGE}`)

async function run(options: Parameters<typeof loadDemo>[1] & { dataFolder: string | null }): Promise<number> {
  const cancelling = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancelling.abort())
  const target = await openTarget(
    options.dataFolder,
    process.env,
    join(import.meta.dirname, '../migrations'),
    say,
  )
  if (!target.ok) return giveUp(target.error.details?.['reason'] ?? target.error.code)
  const since = performance.now()
  try {
    const report = await loadDemo(
      target.value.admin,
      options,
      showProgress(process.stdout),
      cancelling.signal,
    )
    tellResult(report, target.value, (performance.now() - since) / 1000)
    return 0
  } catch (error) {
    if (!cancelling.signal.aborted) throw error
    say('\nCancelled. The database is as empty as before.')
    return CANCELLED
  } finally {
    await target.value.close()
  }
}

function tellResult({ counts, staff }: DemoReport, target: Target, seconds: number): void {
  say(`\nThe books balance. Filled in ${seconds.toFixed(0)} seconds:`)
  for (const [table, count] of Object.entries(counts))
    say(`  ${table.padEnd(16)}${whole(count).padStart(12)}`)
  say('\nSign in with one of these. The passwords were drawn just now and are shown only here:')
  for (const { username, role, password } of staff)
    say(`  ${username.padEnd(13)}${password.padEnd(21)}${role}`)
  say(`\nStart the application: ${startCommand(target)}`)
}

/** How the application is started on what was filled. */
function startCommand({ admin, dataFolder }: Target): string {
  if (dataFolder === null)
    return `COREX_DATABASE_URL='postgresql://${encodeURIComponent(admin.user)}:<password>@${addressOf(admin)}' npm start`
  if (dataFolder === defaultFolders().dataFolder) return 'npm start'
  if (basename(dataFolder) === 'database') return `npm start -- --user-data-dir=${dirname(dataFolder)}`
  return `npm run db -- --data ${dataFolder}, then npm start with the URL that it prints in COREX_DATABASE_URL`
}

function giveUp(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
  return 1
}
