import { randomBytes } from 'node:crypto'
import { appendFile, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { listMigrations, newestCodeMarker } from '../../electron/db/migration-files.ts'
import { provision } from '../../electron/db/provision.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const marker = newestCodeMarker(await listMigrations(MIGRATIONS))
const REFUSED = { ok: false, error: { code: 'SCHEMA_CHANGED', details: { migration: marker } } }

it('code that its marker does not know, edited or incomplete, is applied to no database', async () => {
  const name = `unrecorded_${randomBytes(6).toString('hex')}`
  const admin = inDatabase(inject('cluster'), name)
  await provision(admin, name, MIGRATIONS)
  await using folder = await temporaryFolder()
  await cp(MIGRATIONS, folder.path, { recursive: true })
  await appendFile(join(folder.path, 'code/postings/legs.sql'), '-- edited\n')
  expect(await migrate(admin, folder.path)).toEqual(REFUSED)
  await cp(MIGRATIONS, folder.path, { recursive: true })
  await rm(join(folder.path, 'code/audit/triggers.sql'))
  expect(await migrate(admin, folder.path)).toEqual(REFUSED)
  await withClient(inDatabase(admin, 'postgres'), (client) => client.query(`DROP DATABASE ${name}`))
})
