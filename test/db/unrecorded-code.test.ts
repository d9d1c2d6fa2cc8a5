import { appendFile, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../electron/db/migrate.ts'
import { listMigrations, newestCodeMarker } from '../../electron/db/migration-files.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { emptyDatabase } from './fixtures/empty-database.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const marker = newestCodeMarker(await listMigrations(MIGRATIONS))
const REFUSED = { ok: false, error: { code: 'SCHEMA_CHANGED', details: { migration: marker } } }

it('code that its marker does not know, edited or incomplete, is applied to no database', async () => {
  await using database = await emptyDatabase()
  await using folder = await temporaryFolder()
  await cp(MIGRATIONS, folder.path, { recursive: true })
  await appendFile(join(folder.path, 'code/postings/legs.sql'), '-- edited\n')
  expect(await migrate(database.admin, folder.path)).toEqual(REFUSED)
  await cp(MIGRATIONS, folder.path, { recursive: true })
  await rm(join(folder.path, 'code/audit/triggers.sql'))
  expect(await migrate(database.admin, folder.path)).toEqual(REFUSED)
})
