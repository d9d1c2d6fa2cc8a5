import { randomBytes } from 'node:crypto'
import { cp, mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptBackup } from '../../electron/backup/backup-fault.ts'
import { backupJobs } from '../../electron/backup/backup-jobs.ts'
import { identityOfSheet } from '../../electron/backup/keys.ts'
import { COPY_FILES, fullsIn, fullsOf, logIn, namesIn, piecesIn } from '../../electron/backup/layout.ts'
import { lsnOf } from '../../electron/backup/lsn.ts'
import { planRestore } from '../../electron/backup/plan-restore.ts'
import { restoreAt, type Restored } from '../../electron/backup/restore.ts'
import type { RestoreOrder } from '../../electron/backup/unpack-sound.ts'
import type { EmbeddedServer } from '../../electron/db/embedded/start.ts'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { readRuns } from '../../electron/jobs/read-jobs.ts'
import { runOutside } from '../../electron/jobs/run-outside.ts'
import { openSmallDisk, whyNoSmallDisk } from '../proof/small-disk.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { type BackedUp, filesWith, listWithAge, never, NO_STEPS, openBackedUp } from '../support/backups.ts'
import { post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** The branch's computer dies, and the books are back on an empty one as they were at a named second. */

let bank: BackedUp
let till: string
let account: string
let system: string
const chain = () => ({ system, timeline: 1 })
const one = () => post(bank.server.branch.pool('teller'), 'DEPOSIT', till, account, '1')
const newest = () => bank.backups.state().then(({ news }) => Date.parse(news?.shippedAt ?? ''))
const shippedSince = (moment: number) => expect.poll(newest).toBeGreaterThan(moment)
const full = () => bank.backups.takeFull(NO_STEPS, never())

beforeAll(async () => {
  bank = await openBackedUp()
  const { branch } = bank.server
  account = await openNewCustomersAccount(branch)
  till = await ensureOpenTill(branch, branch.staff.teller, 0)
  const { rows } = await branch.database.superuser.query<{ system: string }>(
    'SELECT system_identifier::text AS system FROM pg_control_system()',
  )
  system = only(rows).system
  await bank.backups.useSheet(bank.secret)
  await bank.backups.configure(bank.share, 30)
})
afterAll(() => bank[Symbol.asyncDispose]())

/** What a workstation does that looks for work outside the database; answers the runs that came of it. */
async function doBackupJobs(name: 'BACKUP' | 'DRILL') {
  const { database } = bank.server.branch
  const db = database.db()
  const before = new Set((await readRuns(db, null, 200)).map(({ id }) => id))
  const work = (await backupJobs(bank.backups, db))[name]
  if (work === undefined) throw new Error(`${name} cannot be done now`)
  while (await runOutside(db, { [name]: work }, never()));
  return (await readRuns(db, null, 200)).filter(({ id }) => !before.has(id))
}

const pieces = () => piecesIn(logIn(bank.share, chain()))

const restored = (
  order: RestoreOrder,
  look: (server: EmbeddedServer, found: Restored) => Promise<void>,
  at = 'restored',
) => restoreAt(join(bank.folder, at), order, look, NO_STEPS, never())

/** One bit of a file is another one. */
const flip = async (file: string) => {
  const bytes = await readFile(file)
  bytes[400] = (bytes[400] ?? 0) ^ 1
  await writeFile(file, bytes)
}

describe('while the server runs', () => {
  test('a cancelled and a killed full backup leave nothing that looks like one', async () => {
    const abort = new AbortController()
    const cancelled = bank.backups.takeFull(() => abort.abort(), abort.signal)
    await expect(cancelled).rejects.toMatchObject({ fault: { code: 'CANCELLED' } })
    expect(await namesIn(fullsIn(bank.share, chain()))).toEqual([])
    const left = join(fullsIn(bank.share, chain()), '20261127T000000000Z.part')
    await mkdir(left)
    await writeFile(join(left, 'about.json'), '{')
    expect(await attemptBackup(() => planRestore(bank.share, null))).toMatchObject({
      error: { code: 'NO_BACKUP' },
    })
    await full()
    expect(existsSync(left)).toBe(false)
    expect(await fullsOf(bank.share, chain())).toHaveLength(1)
  })

  test('what is posted is in the folder soon, and a quiet branch writes no more than that it is quiet', async () => {
    await one()
    await shippedSince(Date.now())
    await expect
      .poll(async () => {
        const before = (await pieces()).length
        await shippedSince(Date.now() + 800)
        return (await pieces()).length - before
      })
      .toBe(0)
    expect((await planRestore(bank.share, null)).upTo.getTime()).toBeGreaterThan(Date.now() - 5_000)
  })

  test('a share that is away is said, the server forgets what is safe here, and everything is there when it is back', async () => {
    const away = `${bank.share}.away`
    await rename(bank.share, away)
    await one()
    await expect.poll(async () => (await bank.backups.state()).trouble?.code).toBe('FOLDER_AWAY')
    await one()
    await expect.poll(async () => (await bank.backups.state()).news?.waitingBytes).toBeGreaterThan(0)
    await expect.poll(async () => (await bank.backups.state()).held?.held).toBeLessThan(100_000)
    expect(await attemptBackup(full)).toMatchObject({ error: { code: 'FOLDER_AWAY' } })
    await rename(away, bank.share)
    await shippedSince(Date.now())
    expect(await bank.backups.state()).toMatchObject({ trouble: null, news: { waitingBytes: 0 } })
    await planRestore(bank.share, null)
  })

  test.skipIf(whyNoSmallDisk() !== null)('a full disk is said, and the backup before it stays', async () => {
    await using disk = await openSmallDisk('4m')
    await bank.backups.configure(disk.path, 30)
    expect(await attemptBackup(full)).toMatchObject({ error: { code: 'DISK_FULL' } })
    disk.fill()
    await one()
    await expect.poll(async () => (await bank.backups.state()).trouble?.code).toBe('DISK_FULL')
    disk.free()
    await expect.poll(async () => (await bank.backups.state()).trouble).toBe(null)
    expect(await fullsOf(disk.path, chain())).toEqual([])
    await bank.backups.configure(bank.share, 30)
    await full()
  })

  test('a log that was lost begins a new chain by itself', async () => {
    await doBackupJobs('BACKUP') // of the period
    expect(await doBackupJobs('BACKUP')).toEqual([])
    const { superuser } = bank.server.branch.database
    await superuser.query(
      `SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = 'corex_backup'`,
    )
    // Its process ends a moment later.
    const drop = () => superuser.query(`SELECT pg_drop_replication_slot('corex_backup')`)
    await expect.poll(() => drop().then(Boolean, () => false)).toBe(true)
    await bank.server.stop()
    await bank.server.restart()
    await expect.poll(async () => (await bank.backups.settings.read()).fullWanted).toBe(true)
    expect(await doBackupJobs('BACKUP')).toMatchObject([{ job: 'BACKUP', status: 'DONE', done: 100 }])
    expect(await bank.backups.settings.read()).toMatchObject({ fullWanted: false })
    await one()
    await shippedSince(Date.now())
  })

  test('the drill, by itself every week, restores the newest backup with a key of this machine and finds nothing', async () => {
    expect(await doBackupJobs('DRILL')).toMatchObject([
      { job: 'DRILL', status: 'DONE', done: 100, error: null },
    ])
    const { lastDrill: report } = await bank.backups.settings.read()
    if (report === null) throw new Error('There is no report')
    expect(report).toMatchObject({ fault: null, tables: expect.any(Number), postings: expect.any(Number) })
    expect(report.tables).toBeGreaterThan(50)
    expect(existsSync(`${bank.dataFolder}.drill`)).toBe(false)
  })

  test('stopping ships the checkpoint of the stop', async () => {
    await one()
    await bank.server.stop()
    const end = (await pieces()).at(-1)?.to
    await bank.server.restart()
    const { rows } = await bank.server.branch.database.superuser.query<{ lsn: string }>(
      'SELECT checkpoint_lsn AS lsn FROM pg_control_checkpoint()',
    )
    expect(end).toBeGreaterThan(lsnOf(only(rows).lsn))
    await shippedSince(Date.now())
  })
})

describe('when the computer has died', () => {
  const acknowledged: { before: number; after: number; id: string }[] = []
  let until: Date
  let safe: string

  /** Posts without a pause, takes a full backup meanwhile, chooses a second, and ends everything on the spot a little later. */
  async function die(): Promise<void> {
    const load = { goesOn: true }
    const posting = (async () => {
      while (load.goesOn) {
        const before = Date.now()
        acknowledged.push({ before, id: await one(), after: Date.now() })
      }
    })()
    posting.catch(() => {})
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
    await full()
    const planned = acknowledged.length
    await expect.poll(() => acknowledged.length).toBeGreaterThan(planned + 20)
    until = new Date()
    await shippedSince(until.getTime() + 300)
    // What the share had when everything ended.
    safe = join(bank.folder, 'safe')
    await cp(bank.share, safe, { recursive: true })
    load.goesOn = false
    bank.server.kill()
    await posting.catch(() => {})
  }

  test('the books are back as they were at the named second, proved, and what was there is set aside', async () => {
    await die()
    const target = join(bank.folder, 'restored')
    await mkdir(target)
    await writeFile(join(target, 'old'), 'old data')
    const ids = new Set<string>()
    const { setAside, checked } = await restored(bank.order(until, safe), async (server) => {
      const admin = inDatabase(administratorOf(server), bank.server.branch.database.name)
      await withClient(admin, async (client) => {
        const { rows } = await client.query<{ id: string }>('SELECT id FROM corex.transactions')
        for (const { id } of rows) ids.add(id)
        const line = await client.query<{ timeline: number }>(
          'SELECT timeline_id AS timeline FROM pg_control_checkpoint()',
        )
        expect(only(line.rows).timeline).toBe(2)
      })
    })
    expect(await readFile(join(setAside ?? '', 'old'), 'utf8')).toBe('old data')
    expect(checked.faults).toEqual([])
    const before = acknowledged.filter(({ after }) => after < until.getTime())
    const later = acknowledged.filter((posting) => posting.before > until.getTime())
    expect(before.length).toBeGreaterThan(40)
    expect(later.length).toBeGreaterThan(0)
    expect(before.filter(({ id }) => !ids.has(id))).toEqual([])
    expect(later.filter(({ id }) => ids.has(id))).toEqual([])
  })

  test('after the last commit there is nothing to wait for: the end of the log is restored', async () => {
    const { upTo } = await restored(
      bank.order(new Date(Date.now() + 3600_000), safe),
      async () => {},
      'latest',
    )
    expect(upTo.getTime()).toBeGreaterThan(until.getTime())
  })

  /** A copy of the share in which something was done to the piece that holds the second, or to the full backup. */
  async function damaged(damage: (piece: string, base: string) => Promise<void>): Promise<string> {
    const copy = join(bank.folder, `copy-${randomBytes(4).toString('hex')}`)
    await cp(safe, copy, { recursive: true })
    const plan = await planRestore(copy, until)
    // There is no older one to begin with.
    for (const { folder } of await fullsOf(copy, chain()))
      if (folder !== plan.full.folder) await rm(folder, { recursive: true })
    await damage(plan.pieces.at(-2)?.file ?? '', join(plan.full.folder, COPY_FILES.base))
    return copy
  }
  const cases: readonly [string, string, (piece: string, base: string) => Promise<void>][] = [
    ['a corrupted piece of the log', 'FILE_CORRUPTED', (piece) => flip(piece)],
    ['a truncated piece of the log', 'FILE_TRUNCATED', (piece) => truncate(piece, 300)],
    ['a missing piece of the log', 'LOG_MISSING', (piece) => rm(piece)],
    ['a corrupted full backup', 'FILE_CORRUPTED', (_, base) => flip(base)],
    ['a missing full backup', 'FILE_MISSING', (_, base) => rm(base)],
  ]
  test.each(cases)('%s is said, and what is there stays untouched', async (_, code, damage) => {
    const copy = await damaged(damage)
    const target = join(bank.folder, `kept-${code}`)
    await mkdir(target, { recursive: true })
    await writeFile(join(target, 'old'), 'old data')
    const answer = await attemptBackup(() =>
      restoreAt(target, bank.order(until, copy), async () => {}, NO_STEPS, never()),
    )
    expect(answer).toMatchObject({ error: { code } })
    expect(await namesIn(target)).toEqual(['old'])
    expect(existsSync(`${target}.restoring`)).toBe(false)
    await rm(copy, { recursive: true })
  })

  test('the words of another sheet and a second before the first backup are said before anything is read', async () => {
    const other = { ...bank.order(until, safe), identities: [identityOfSheet(randomBytes(32))] }
    expect(await attemptBackup(() => restored(other, async () => {}, 'none'))).toMatchObject({
      error: { code: 'WORDS_OTHER' },
    })
    expect(
      await attemptBackup(() => restored(bank.order(new Date(0), safe), async () => {}, 'none')),
    ).toMatchObject({
      error: { code: 'TOO_EARLY' },
    })
  })

  test('nothing in the folder can be read, and Debian’s own programs read it with the key', async () => {
    const { superuser, password } = {
      superuser: 'Petrova',
      password: bank.server.branch.database.admin.password,
    }
    expect(filesWith(safe, [superuser, password, 'Central', 'DEPOSIT', 'corex'])).toEqual([])
    const { full: newestFull } = await planRestore(safe, null)
    const key = join(bank.folder, 'key')
    await writeFile(key, `${bank.identity}\n`)
    expect(listWithAge(join(newestFull.folder, COPY_FILES.base), key)).toMatch(
      /^global\/pg_control$|^no age$/m,
    )
  })
})
