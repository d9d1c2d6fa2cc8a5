import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { attemptBackup } from '../../electron/backup/backup-fault.ts'
import { planRestore } from '../../electron/backup/plan-restore.ts'
import { restoreAt } from '../../electron/backup/restore.ts'
import type { Step } from '../../electron/backup/steps.ts'
import { viewOf } from '../../electron/services/backups/read-backups.ts'
import { warningsOf } from '../../renderer/screens/backups/warnings-of.ts'
import { openSmallDisk, whyNoSmallDisk } from '../proof/small-disk.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { type BackedUp, never, NO_STEPS, openBackedUp } from '../support/backups.ts'
import { post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** A share that is away for a day, a disk without room: the branch goes on, is warned long before anything is lost, and what is there stays. */

/** What the server may hold of its log for the backup: 4 GB elsewhere, here as much as a test can write. */
const MOST_HELD = 96
const SERVER = { max_slot_wal_keep_size: `${MOST_HELD}MB`, max_wal_size: '64MB', min_wal_size: '32MB' }
const SEGMENT = 16 * 1024 * 1024

let bank: BackedUp
let disk: Awaited<ReturnType<typeof openSmallDisk>>
let till: string
let account: string
const run = (sql: string) => bank.server.branch.database.superuser.query(sql)
const work = () => post(bank.server.branch.pool('teller'), 'DEPOSIT', till, account, '1')
/** As much log as a busy hour writes. */
const busyHour = async () => {
  await work()
  await run('SELECT pg_switch_wal()')
  await run('CHECKPOINT')
}
const state = () => bank.backups.state()
const held = async () => (await state()).held?.held
const warnings = async () => warningsOf(viewOf(await state(), true, null))
const bytesOfLog = async () => {
  const { rows } = await run('SELECT sum(size)::bigint AS bytes FROM pg_ls_waldir()')
  return Number(only<{ bytes: string }>(rows).bytes)
}
/** Posts, and waits until the share has what a restore to a moment after it needs. */
const shippedWork = async () => {
  const now = Date.now()
  await work()
  await vi.waitFor(
    async () => expect((await planRestore(bank.share, null)).upTo.getTime()).toBeGreaterThan(now),
    { timeout: 10_000 },
  )
}
const isSlotLost = async () => {
  const { rows } = await run(`SELECT wal_status = 'lost' AS lost FROM pg_replication_slots`)
  return rows.some(({ lost }: { lost: boolean }) => lost)
}

describe.skipIf(whyNoSmallDisk() !== null)('where space runs out', () => {
  beforeAll(async () => {
    disk = await openSmallDisk('8m')
    bank = await openBackedUp({ settingsFolder: disk.path, server: SERVER })
    const { branch } = bank.server
    account = await openNewCustomersAccount(branch)
    till = await ensureOpenTill(branch, branch.staff.teller, 0)
    await bank.backups.useSheet(bank.secret)
    await bank.backups.configure(bank.share, 30)
    await bank.backups.takeFull(NO_STEPS, never())
    // Each test begins with a log that a restore replays, whichever ran before it.
    await shippedWork()
  })
  afterAll(async () => {
    await bank[Symbol.asyncDispose]()
    await disk[Symbol.asyncDispose]()
  })

  test('a share that is away for a day: said at once, nothing is held by the server, nobody waits, and all of it comes later', async () => {
    const away = `${bank.share}.away`
    await rename(bank.share, away)
    for (let hour = 0; hour < 24; hour += 1) {
      await busyHour()
      // Sealed on this computer long before the hour is over, so that the server forgets it.
      await expect.poll(held, { interval: 20 }).toBeLessThan(SEGMENT)
    }
    await expect.poll(async () => (await state()).trouble?.code).toBe('FOLDER_AWAY')
    expect((await bank.backups.settings.read()).fullWanted).toBe(false)
    expect(await bytesOfLog()).toBeLessThan((MOST_HELD + 64) * 1024 * 1024)
    await rename(away, bank.share)
    await expect.poll(async () => (await state()).news?.waitingBytes).toBe(0)
    const { upTo } = await planRestore(bank.share, null)
    expect(upTo.getTime()).toBeGreaterThan(Date.now() - 60_000)
  })

  test('a log that cannot be sealed is said long before the server gives it up; then a new full backup comes by itself', async () => {
    disk.fill()
    await busyHour()
    await expect.poll(async () => (await state()).trouble?.code).toBe('DISK_FULL')
    let hours = 0
    for (; !(await warnings()).includes('held') && hours < 10; hours += 1) await busyHour()
    // Three quarters of what it may hold are left.
    expect((await state()).held?.left).toBeGreaterThan(MOST_HELD * 0.5 * 1024 * 1024)
    for (; !(await isSlotLost()) && hours < 20; hours += 1) await busyHour()
    expect(hours).toBeLessThan(20)
    expect(await bytesOfLog()).toBeLessThan(2 * MOST_HELD * 1024 * 1024)
    await work()
    disk.free()
    await expect.poll(async () => (await bank.backups.settings.read()).fullWanted).toBe(true)
    await bank.backups.takeNext(NO_STEPS, never())
    await shippedWork()
    expect(await warnings()).toEqual([])
  })

  const steps: readonly [Step, string][] = [
    ['READ', 'DISK_FULL'],
    ['REPLAY', 'RECOVERY_FAILED'],
  ]
  test.each(steps)(
    'a disk that fills while a restore is at %s is said, and what is there stays',
    async (at, code) => {
      await using small = await openSmallDisk('700m')
      const target = join(small.path, 'data')
      await mkdir(target)
      await writeFile(join(target, 'old'), 'old data')
      const fill = (step: Step) => {
        if (step === at) small.fill()
      }
      const answer = await attemptBackup(() =>
        restoreAt(target, bank.order(null), async () => {}, fill, never()),
      )
      expect(answer).toMatchObject({ error: { code } })
      expect(readFileSync(join(target, 'old'), 'utf8')).toBe('old data')
      expect(existsSync(`${target}.restoring`)).toBe(false)
    },
  )

  test('a disk that is too small is said before anything is read', async () => {
    await using small = await openSmallDisk('16m')
    const answer = await attemptBackup(() =>
      restoreAt(join(small.path, 'data'), bank.order(null), async () => {}, NO_STEPS, never()),
    )
    expect(answer).toMatchObject({ error: { code: 'DISK_FULL', details: { needed: expect.any(String) } } })
  })
})
