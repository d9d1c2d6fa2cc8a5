import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { describeTables } from '../../tools/describe-tables.ts'

it('the generated table types are those of the migrated database', async () => {
  const file = join(import.meta.dirname, '../../electron/db/tables.ts')
  expect(await describeTables(inject('cluster')), 'run `npm run types:db`').toBe(await readFile(file, 'utf8'))
})
