import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptBackup } from '../../electron/backup/backup-fault.ts'
import { COPY_FILES, differentialsOf, fullsOf } from '../../electron/backup/layout.ts'
import { planRestore } from '../../electron/backup/plan-restore.ts'
import { restoreAt } from '../../electron/backup/restore.ts'
import type { RestoreOrder } from '../../electron/backup/unpack-sound.ts'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { type BackedUp, never, NO_STEPS, openBackedUp } from '../support/backups.ts'
import { post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** What changed since a full backup is enough, with it and the log, to restore any second. */

let bank: BackedUp
let system: string
let till: string
let account: string
const chain = () => ({ system, timeline: 1 })
const one = () => post(bank.server.branch.pool('teller'), 'DEPOSIT', till, account, '1')
const run = (sql: string) => bank.server.branch.database.superuser.query(sql)
const newest = () => bank.backups.state().then(({ news }) => Date.parse(news?.shippedAt ?? ''))

beforeAll(async () => {
  bank = await openBackedUp()
  const { branch } = bank.server
  account = await openNewCustomersAccount(branch)
  till = await ensureOpenTill(branch, branch.staff.teller, 0)
  const { rows } = await run('SELECT system_identifier::text AS system FROM pg_control_system()')
  system = only<{ system: string }>(rows).system
  await bank.backups.useSheet(bank.secret)
  await bank.backups.configure(bank.share, 30)
})
afterAll(() => bank[Symbol.asyncDispose]())

/** Tables of which a differential backup has changed, cut, emptied, deleted and new files. */
const BEFORE = `
  CREATE SCHEMA scratch;
  CREATE TABLE scratch.quiet AS SELECT n, repeat('q', 400) AS filling FROM generate_series(1, 20000) n;
  CREATE TABLE scratch.cut AS SELECT n, repeat('c', 400) AS filling FROM generate_series(1, 4000) n;
  CREATE TABLE scratch.emptied AS SELECT n FROM generate_series(1, 4000) n;
  CREATE TABLE scratch.dropped AS SELECT n FROM generate_series(1, 4000) n;
  CREATE INDEX ON scratch.quiet (n)`
const CHANGES = [
  `UPDATE scratch.quiet SET filling = 'changed' WHERE n % 5000 = 0`,
  'DELETE FROM scratch.cut WHERE n > 100',
  'VACUUM (TRUNCATE, FREEZE) scratch.cut',
  `INSERT INTO scratch.cut SELECT n, 'grown again' FROM generate_series(1, 3000) n`,
  'TRUNCATE scratch.emptied',
  'DROP TABLE scratch.dropped',
  'CREATE TABLE scratch.made AS SELECT n FROM generate_series(1, 500) n',
]

/** Every row of every table of the bank, as one hash for each. */
const digest = (admin: Connection) =>
  withClient(inDatabase(admin, bank.server.branch.database.name), async (client: Client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('corex', 'scratch') ORDER BY 1`,
    )
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ hash: string }>(
        `SELECT count(*) || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${name} t`,
      )
      found[name] = only(rows).hash
    }
    return found
  })

let until: Date
let expected: Record<string, string>

const restored = async (order: RestoreOrder, at: string) => {
  let found: Record<string, string> = {}
  const { damaged, plan } = await restoreAt(
    join(bank.folder, at),
    order,
    async (server) => void (found = await digest(administratorOf(server))),
    NO_STEPS,
    never(),
  )
  await rm(join(bank.folder, at), { recursive: true })
  return { found, damaged, plan }
}

test('full, changes, differential, changes: the second is restored in one step, and every row is as it was', async () => {
  await run(BEFORE)
  const full = await bank.backups.takeFull(NO_STEPS, never())
  for (const change of CHANGES) await run(change)
  await one()
  const differential = await bank.backups.takeDifferential(NO_STEPS, never())
  await one()
  await run('DELETE FROM scratch.made WHERE n > 400')
  expected = await digest(bank.server.branch.database.admin)
  until = new Date()
  await one()
  await run('DROP TABLE scratch.quiet')
  await expect.poll(newest).toBeGreaterThan(until.getTime() + 300)
  const { found, damaged, plan } = await restored(bank.order(until), 'restored')
  expect(plan.differential?.since).toBe((await fullsOf(bank.share, chain()))[0]?.folder.split('/').at(-1))
  expect(damaged).toEqual([])
  expect(found).toEqual(expected)
  const sizes = [full, differential].map(({ files }) => files.base.bytes)
  const [whole = 0, changed = 0] = sizes
  console.log(`full ${whole} bytes, differential ${changed}: ${Math.round((100 * changed) / whole)} %`)
  expect(changed).toBeLessThan(whole / 2)
})

const copyOfShare = async (name: string) => {
  const copy = join(bank.folder, name)
  await cp(bank.share, copy, { recursive: true })
  return copy
}
const spoil = async (file: string) => {
  const bytes = await readFile(file)
  bytes[400] = (bytes[400] ?? 0) ^ 1
  await writeFile(file, bytes)
}

test('without its full backup a differential one is nothing, and the fault names it', async () => {
  const copy = await copyOfShare('no-base')
  const [full] = await fullsOf(copy, chain())
  await rm(full?.folder ?? '', { recursive: true })
  expect(await attemptBackup(() => planRestore(copy, until))).toMatchObject({
    error: { code: 'BASE_MISSING', details: { file: full?.folder.split('/').at(-1) } },
  })
  await rm(copy, { recursive: true })
})

test('a damaged differential backup is done without: the full one and a longer log lead to the same second', async () => {
  const copy = await copyOfShare('spoilt')
  const [differential] = await differentialsOf(copy, chain())
  await spoil(join(differential?.folder ?? '', COPY_FILES.base))
  const { found, damaged, plan } = await restored(bank.order(until, copy), 'without')
  expect({ found, damaged, from: plan.differential }).toEqual({
    found: expected,
    damaged: [differential?.folder],
    from: null,
  })
  const drill = { ...bank.order(null, copy), isDrill: true }
  expect(await attemptBackup(() => restored(drill, 'drill'))).toMatchObject({
    error: { code: 'FILE_CORRUPTED' },
  })
  // Where that log has a hole too, the fault says which file it is, and up to which second the folder still restores.
  const { folder = '' } = differential ?? {}
  const needed = (await planRestore(copy, until)).pieces.map(({ file }) => file)
  const longer = (await planRestore(copy, until, system, [folder])).pieces.map(({ file }) => file)
  await rm(longer.findLast((file) => !needed.includes(file)) ?? '')
  expect(await attemptBackup(() => restored(bank.order(until, copy), 'none'))).toMatchObject({
    error: {
      code: 'FILE_CORRUPTED',
      details: { file: join(folder, COPY_FILES.base), earlier: expect.stringMatching(/^2\d{3}-/) },
    },
  })
  await rm(copy, { recursive: true })
})

test('where the server does not know what changed, a full backup is taken by itself', async () => {
  const counts = async () =>
    [await fullsOf(bank.share, chain()), await differentialsOf(bank.share, chain())].map(
      ({ length }) => length,
    )
  const before = await counts()
  await bank.backups.takeNext(NO_STEPS, never())
  expect(await counts()).toEqual([before[0], (before[1] ?? 0) + 1])
  // The summaries of the log are gone, as on a server that stood still for long.
  const { rows } = await run(`SELECT current_setting('data_directory') AS data`)
  const summaries = join(only<{ data: string }>(rows).data, 'pg_wal/summaries')
  for (const name of await readdir(summaries)) await rm(join(summaries, name))
  await bank.backups.takeNext(NO_STEPS, never())
  expect(await counts()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
  expect(bank.logged.some((line) => line.includes('instead of a differential'))).toBe(true)
  // Nor is one taken on a full backup that is not whole any more.
  const newestFull = (await fullsOf(bank.share, chain())).at(-1)?.folder ?? ''
  await mkdir(join(bank.folder, 'gone'))
  await rename(join(newestFull, COPY_FILES.base), join(bank.folder, 'gone', 'base'))
  expect(await attemptBackup(() => bank.backups.takeDifferential(NO_STEPS, never()))).toMatchObject({
    error: { code: 'NO_BASIS', details: { file: join(newestFull, COPY_FILES.base) } },
  })
})
