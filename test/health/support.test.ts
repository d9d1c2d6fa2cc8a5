import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unpackTar } from 'modern-tar'
import { escapeIdentifier } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMigrations } from '../../electron/db/migration-files.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { corex, corexOn } from '../support/corex.ts'
import { registerCustomer } from '../support/customers.ts'
import { doWhatIsDue } from '../support/jobs.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Nothing that is about anybody leaves the bank in a support bundle, wherever it stands in database, settings and log. */

const workplace = await workplaceForFile({ vault: '0' })
const { branch } = workplace
const { database } = branch

const PLANTED = {
  name: 'Zebulon',
  family: 'Quackenbush',
  email: 'zebulon@quackenbush.example',
  account: '4021998877',
  token: 'b7f3c0ffee5ec7e7a1d2',
  password: 'correct-horse-battery',
  shout: 'QUACKENBUSH',
  host: 'vault-host.internal',
} as const
const NEWEST = (await listMigrations(MIGRATIONS)).at(-1)

const planted = Object.values(PLANTED)
const sentence = `${PLANTED.name} ${PLANTED.family} <${PLANTED.email}> ${PLANTED.shout} account ${PLANTED.account} token ${PLANTED.token} password ${PLANTED.password} at ${PLANTED.host}`

const STAMP = '2026-11-27T06:00:00.000Z'
const LOG = [
  `${STAMP} [0a1b2c3d] customers.search failed: Error: ACCOUNT_NOT_FOUND ${sentence}`,
  `    at find (/home/${PLANTED.family}/corex/electron/services/customers/search-customers.ts:12:34)`,
  `    at ${PLANTED.name} (${PLANTED.host}:1:2)`,
  `${STAMP} Backups do not run: FOLDER_AWAY {"file":"/srv/${PLANTED.family}"}`,
  `${STAMP} The server at ${PLANTED.host} is known from now on as ${PLANTED.token}`,
  `${STAMP} ${sentence}`,
  sentence,
  `${STAMP} [${PLANTED.token.slice(0, 8)}] ${PLANTED.name.toLowerCase()}.${PLANTED.family} failed: x`,
].join('\n')

const settings = mkdtempSync(join(tmpdir(), 'corex-support-'))
beforeAll(async () => {
  await registerCustomer(branch.pool('teller'), {
    firstName: PLANTED.name,
    lastName: PLANTED.family,
    email: PLANTED.email,
  })
  await database.superuser.query(
    `ALTER DATABASE ${escapeIdentifier(database.name)} SET application_name = '${PLANTED.password}'`,
  )
  await database.superuser.query(`ALTER DATABASE ${escapeIdentifier(database.name)} SET work_mem = '5MB'`)
  await doWhatIsDue(database.db())
  await database.superuser.query(
    `UPDATE corex.job_attempts SET error = $1, status = 'FAILED', workstation = $2 WHERE job = 'LAPSES'`,
    [`23505 ${sentence}`, PLANTED.host],
  )
  await database.superuser.query('SELECT corex.note_server_report(1, $1)', [
    JSON.stringify([{ status: { code: 1, message: sentence } }]),
  ])
  for (const folder of [settings, workplace.state.options.settingsFolder]) {
    mkdirSync(join(folder, 'logs'), { recursive: true })
    writeFileSync(join(folder, 'logs', 'corex-teller.log'), LOG)
  }
})
afterAll(() => rmSync(settings, { recursive: true }))

async function filesIn(bundle: Uint8Array): Promise<Record<string, string>> {
  const entries = await unpackTar(gunzipSync(bundle))
  return Object.fromEntries(
    entries.map(({ header, data }) => [
      header.name.replace('corex-support/', ''),
      new TextDecoder().decode(data),
    ]),
  )
}

const expectNothingPlanted = (files: Record<string, string>) => {
  const text = Object.values(files).join('\n').toLowerCase()
  expect(planted.filter((word) => text.includes(word.toLowerCase()))).toEqual([])
}

test('by one button: versions, health, jobs, settings and the log, and nothing that was planted', async () => {
  const { content, fileName } = await workplace.as('supervisor').call('health.support', {})
  expect(fileName).toMatch(/^corex-support-\d{8}-\d{6}\.tar\.gz$/)
  const files = await filesIn(content)
  expectNothingPlanted(files)
  expect(Object.keys(files).toSorted()).toEqual([
    'about.json',
    'calls.json',
    'corex-teller.log',
    'health.json',
    'jobs.json',
    'postgresql.json',
  ])
  expect(files['corex-teller.log']?.split('\n')).toEqual([
    `${STAMP} [0a1b2c3d] customers.search failed Error ACCOUNT_NOT_FOUND`,
    '    at electron/services/customers/search-customers.ts:12:34',
    '…',
    `${STAMP} Backups do not run FOLDER_AWAY`,
    `${STAMP} The server at`,
    `${STAMP} …`,
    '…',
    `${STAMP} …`,
  ])
  expect(JSON.parse(files['about.json'] ?? '')).toMatchObject({ schema: NEWEST, database: 'server' })
  expect(files['jobs.json']).toContain('23505')
  expect(files['health.json']).toContain('serverBackupFailed')
  expect(JSON.parse(files['postgresql.json'] ?? '')).toContainEqual({
    name: 'work_mem',
    value: '5120',
    kind: 'integer',
  })
})

test('by the command line, when nobody can sign in, and when no database answers', async () => {
  const file = join(settings, 'bundle.tar.gz')
  expect(await corexOn(database, settings, 'support', '--to', file)).toMatchObject({ code: 0 })
  const files = await filesIn(readFileSync(file))
  expectNothingPlanted(files)
  expect(files['health.json']).toContain('checksums')
  const none = await corex(['support', '--to', file, '--settings', settings], {
    COREX_DATABASE_URL: `postgresql://ws:${PLANTED.password}@127.0.0.1:9/coreX-DB`,
  })
  expect(none).toMatchObject({ code: 0 })
  const without = await filesIn(readFileSync(file))
  expectNothingPlanted(without)
  expect(JSON.parse(without['about.json'] ?? '')).toMatchObject({
    database: null,
    fault: 'SERVER_UNREACHABLE',
  })
})
