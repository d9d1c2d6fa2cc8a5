// `npm run db [-- --data <folder>]`: the embedded server in the foreground, migrated, to be inspected with any SQL client.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DATABASE_NAME, urlOf } from '../electron/db/connection.ts'
import { defaultFolders } from '../electron/db/default-folders.ts'
import { certificateFileIn } from '../electron/db/embedded/entrance.ts'
import { type EmbeddedServer, startEmbedded } from '../electron/db/embedded/start.ts'
import { enrolWorkstation } from '../electron/db/enrol.ts'
import { migrate } from '../electron/db/migrate.ts'
import { administratorOf } from '../electron/db/open-embedded.ts'
import { provision } from '../electron/db/provision.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({ options: { data: { type: 'string' } } })
const started = await startEmbedded({
  dataFolder: values.data ?? defaultFolders().dataFolder,
  log: say,
  // Not every SQL client knows sockets; all of them verify a certificate.
  entrance: 'loopback',
})
if (started.ok) await serve(started.value)
else giveUp(started.error)

async function serve(server: EmbeddedServer): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  process.on('SIGINT', () => stopped.resolve())
  process.on('SIGTERM', () => stopped.resolve())
  server.onExit(() => stopped.resolve())
  try {
    if (await setUp(server)) await stopped.promise
  } finally {
    await server.stop()
    say('Stopped.')
  }
}

async function setUp(server: EmbeddedServer): Promise<boolean> {
  const admin = administratorOf(server)
  const migrations = join(import.meta.dirname, '../migrations')
  await provision(admin, DATABASE_NAME, migrations)
  const migrated = await migrate(admin, migrations)
  if (!migrated.ok) {
    giveUp(migrated.error)
    return false
  }
  // A login of its own, so that inspecting never changes the application's password.
  const workstation = { ...admin, ...(await enrolWorkstation(admin, 'sql_client')) }
  say(`Data folder   ${server.folder}`)
  const verified = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(certificateFileIn(server.folder))}`
  say(`Superuser     ${urlOf(admin)}${verified}`)
  say(`Workstation   ${urlOf(workstation)}${verified}`)
  say(`As the owner  SET ROLE corex_owner; SET search_path = corex, ext;  (as superuser)`)
  say('Ctrl+C stops the server.')
  return true
}

function giveUp(fault: object): void {
  process.stderr.write(`The database cannot be started: ${JSON.stringify(fault, null, 2)}\n`)
  process.exitCode = 1
}
