// Writes electron/db/tables.ts from the catalogue of a freshly migrated, throw-away database: `npm run types:db`.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../electron/db/embedded/start.ts'
import { migrate } from '../electron/db/migrate.ts'
import { provision } from '../electron/db/provision.ts'
import { DATABASE_NAME } from '../electron/db/connection.ts'
import { administratorOf } from '../electron/db/open-embedded.ts'
import { describeTables } from './describe-tables.ts'

const root = join(import.meta.dirname, '..')
const migrations = join(root, 'migrations')
const folder = await mkdtemp(join(tmpdir(), 'corex-types-'))
await chmod(folder, 0o711)
const settings = { fsync: 'off' }
const started = await startEmbedded({ dataFolder: join(folder, 'data'), log: console.log, settings })
if (!started.ok) throw new Error(JSON.stringify(started.error))
try {
  const admin = administratorOf(started.value)
  await provision(admin, DATABASE_NAME, migrations)
  const migrated = await migrate(admin, migrations)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
  await writeFile(join(root, 'electron/db/tables.ts'), await describeTables(admin))
} finally {
  await started.value.stop()
  await rm(folder, { recursive: true })
}
