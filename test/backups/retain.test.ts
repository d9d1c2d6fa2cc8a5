import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hasCopySince, hasDrillSince, nextCopy } from '../../electron/backup/due.ts'
import {
  differentialsIn,
  differentialsOf,
  fullsIn,
  fullsOf,
  logIn,
  pieceName,
  piecesIn,
  stampOf,
  writeComplete,
} from '../../electron/backup/layout.ts'
import { lsnText, SEGMENT_BYTES, segmentName } from '../../electron/backup/lsn.ts'
import { planRestore, restorableIn } from '../../electron/backup/plan-restore.ts'
import { KeptSettings } from '../../electron/backup/backup-settings.ts'
import { retain } from '../../electron/backup/retain.ts'

/** What is kept, what a second needs, and what is due: by names and dates alone. */

const root = await mkdtemp(join(tmpdir(), 'corex-retain-'))
afterAll(() => rm(root, { recursive: true }))

const chain = { system: '7300000000000000001', timeline: 1 }
const DAY_MS = 24 * 3600_000
const noon = (day: number) => new Date(Date.UTC(2026, 0, day, 12))
const place = (day: number) => BigInt(day) * SEGMENT_BYTES
const written = { bytes: 1, sha256: '0'.repeat(64) }

const addFull = (day: number) => addCopy(join(fullsIn(root, chain), stampOf(noon(day))), day, null)
/** What changed from the noon of a full backup to the noon of a day. */
const addDifferential = (day: number, since: number) =>
  addCopy(join(differentialsIn(root, chain), stampOf(noon(day))), day, stampOf(noon(since)))

async function addCopy(folder: string, day: number, since: string | null): Promise<void> {
  await mkdir(folder, { recursive: true })
  const lsn = lsnText(place(day) + 100n)
  const files = { base: written, manifest: written, secret: written }
  const at = noon(day).toISOString()
  const times = { startedAt: at, finishedAt: at }
  const about = {
    format: 1,
    ...chain,
    startLsn: lsn,
    endLsn: lsn,
    ...times,
    serverVersion: '18',
    size: 1,
    since,
    recipients: [],
    files,
  }
  await writeFile(join(folder, 'about.json'), JSON.stringify(about))
}

/** The log of a day, from its noon to the next. */
async function addPiece(day: number): Promise<void> {
  await mkdir(logIn(root, chain), { recursive: true })
  const piece = { from: place(day), to: place(day + 1), at: noon(day + 1), ...written }
  await writeFile(join(logIn(root, chain), pieceName(piece)), 'x')
}

test('any second of the days that are kept can be restored afterwards, and nothing older stays', async () => {
  for (let day = 1; day <= 10; day += 1) {
    await addFull(day)
    await addPiece(day)
  }
  expect(await retain(root, chain, 3, noon(11))).toBe(7)
  const fulls = await fullsOf(root, chain)
  expect(fulls.map(({ finishedAt }) => finishedAt)).toEqual([8, 9, 10].map((day) => noon(day).toISOString()))
  expect((await piecesIn(logIn(root, chain)))[0]?.from).toBe(place(8))
  const plan = await planRestore(root, new Date(noon(8).getTime() + 1))
  expect(plan.full.finishedAt).toBe(noon(8).toISOString())
  expect(plan.pieces).toHaveLength(1)
  await expect(planRestore(root, new Date(noon(8).getTime() - 1))).rejects.toMatchObject({
    fault: { code: 'TOO_EARLY' },
  })
})

test('a quiet branch is complete up to what it said last; a piece that is missing is a hole, also the last one', async () => {
  await writeComplete(logIn(root, chain), place(11), noon(20))
  expect(await restorableIn(root)).toMatchObject([{ upTo: noon(20).toISOString() }])
  await rm((await piecesIn(logIn(root, chain))).at(-1)?.file ?? '')
  await expect(planRestore(root, null)).rejects.toMatchObject({ fault: { code: 'LOG_MISSING' } })
  expect((await planRestore(root, new Date(noon(9).getTime() + 1))).pieces).toHaveLength(1)
})

const days = async (copies: Promise<readonly { finishedAt: string }[]>) =>
  (await copies).map(({ finishedAt }) => new Date(finishedAt).getUTCDate())

test('a full backup stays as long as a differential one needs it, and any day is restored with the newest that there is', async () => {
  await rm(root, { recursive: true })
  for (let day = 1; day <= 21; day += 1) {
    await (day % 7 === 1 ? addFull(day) : addDifferential(day, day - ((day - 1) % 7)))
    await addPiece(day)
  }
  expect(await retain(root, chain, 3, noon(22))).toBe(2 + 12 + 3)
  expect(await days(fullsOf(root, chain))).toEqual([15])
  expect(await days(differentialsOf(root, chain))).toEqual([19, 20, 21])
  const plan = await planRestore(root, new Date(noon(20).getTime() + 1))
  expect(await days(Promise.resolve([plan.full, plan.differential ?? plan.full]))).toEqual([15, 20])
  expect(plan.pieces).toHaveLength(1)
  expect((await planRestore(root, noon(16))).pieces).toHaveLength(1)
  await rm(plan.full.folder, { recursive: true })
  await expect(planRestore(root, noon(20))).rejects.toMatchObject({ fault: { code: 'BASE_MISSING' } })
})

test('names of log files follow the server’s', () => {
  expect(segmentName(1, 0x1_0300_0060n)).toBe('000000010000000100000003')
})

test('a full backup comes every week, what changed in between, and a full one sooner when something was lost', async () => {
  const settings = await new KeptSettings(join(root, 'nowhere')).read()
  const now = noon(1).getTime()
  const set = { ...settings, lastFull: { at: noon(1).toISOString(), bytes: 100, seconds: 1 } }
  const changed = (bytes: number) => ({
    ...set,
    lastDifferential: { at: noon(3).toISOString(), bytes, seconds: 1 },
  })
  expect(nextCopy(settings, now)).toBe('FULL')
  expect(nextCopy(set, now + DAY_MS)).toBe('DIFFERENTIAL')
  expect(nextCopy(changed(40), now + 3 * DAY_MS)).toBe('DIFFERENTIAL')
  expect(nextCopy(changed(60), now + 3 * DAY_MS)).toBe('FULL')
  // The job of a day may begin a little earlier than a week after.
  expect(nextCopy(changed(40), now + 7 * DAY_MS - 1_000)).toBe('FULL')
  expect(nextCopy({ ...set, fullWanted: true }, now)).toBe('FULL')
})

test('what somebody did by hand in a period is not done again, except where more is wanted or something was found', async () => {
  const settings = await new KeptSettings(join(root, 'nowhere')).read()
  const [before, at, after] = [noon(1), noon(2), noon(3)].map((moment) => moment.toISOString())
  const taken = { at: String(at), bytes: 1, seconds: 1 }
  expect(hasCopySince(settings, String(before))).toBe(false)
  expect(hasCopySince({ ...settings, lastFull: taken }, String(before))).toBe(true)
  expect(hasCopySince({ ...settings, lastDifferential: taken }, String(before))).toBe(true)
  expect(hasCopySince({ ...settings, lastFull: taken }, String(after))).toBe(false)
  expect(hasCopySince({ ...settings, lastFull: taken, fullWanted: true }, String(before))).toBe(false)
  const about = { faultDetails: {}, fullAt: null, upTo: null, seconds: 1, tables: 1, indexes: 1, postings: 1 }
  const drilled = (fault: 'CHECKS_FAILED' | null) => ({
    ...settings,
    lastDrill: { ...about, at: String(at), fault },
  })
  expect(hasDrillSince(settings, String(before))).toBe(false)
  expect(hasDrillSince(drilled(null), String(before))).toBe(true)
  expect(hasDrillSince(drilled(null), String(after))).toBe(false)
  expect(hasDrillSince(drilled('CHECKS_FAILED'), String(before))).toBe(false)
})
