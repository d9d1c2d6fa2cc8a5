import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginEmbedded } from '../../electron/db/begin-embedded.ts'
import { ok } from '../../shared/result.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const optionsIn = (folder: string) => ({
  settingsFolder: folder,
  dataFolder: join(folder, 'data'),
  env: {},
  log: () => {},
})

test('the start of the embedded server that was begun is given to the first who asks, and to nobody else', async () => {
  await using folder = await temporaryFolder()
  const begun = beginEmbedded(optionsIn(folder.path))
  const [first, second] = await Promise.all([begun(), begun()])
  if (first?.ok === true) await first.value.stop()
  expect(first?.ok).toBe(true)
  expect(second).toBeNull()
})

test('nothing is begun where a server of the bank is used', async () => {
  await using folder = await temporaryFolder()
  const options = optionsIn(folder.path)
  const byUrl = { ...options, env: { COREX_DATABASE_URL: 'postgresql://u@db.bank.example/d' } }
  expect(await beginEmbedded(byUrl)()).toBeNull()
  const server = { host: 'db.bank.example', port: 5432, database: 'd', tls: { ca: 'system' } }
  const policy = async () =>
    ok({
      file: '/etc/policy',
      server,
      idleSeconds: null,
      printers: null,
      updates: null,
      contentProtection: null,
    })
  expect(await beginEmbedded({ ...options, policy })()).toBeNull()
})
