import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isDrillDue, isFullDue } from '../../electron/backup/due.ts'
import {
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

async function addFull(day: number): Promise<void> {
  const folder = join(fullsIn(root, chain), stampOf(noon(day)))
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

test('names of log files follow the server’s', () => {
  expect(segmentName(1, 0x1_0300_0060n)).toBe('000000010000000100000003')
})

test('a full backup is due every day and a drill every week, and both sooner when something was lost or failed', async () => {
  const settings = await new KeptSettings(join(root, 'nowhere')).read()
  const at = noon(1).toISOString()
  const now = noon(1).getTime()
  const set = { ...settings, folder: '/backup', sheet: 'age1', lastFull: { at, bytes: 1, seconds: 1 } }
  expect(isFullDue(settings, now)).toBe(false)
  expect(isFullDue(set, now + DAY_MS - 1)).toBe(false)
  expect(isFullDue(set, now + DAY_MS)).toBe(true)
  expect(isFullDue({ ...set, fullWanted: true }, now)).toBe(true)
  const report = {
    at,
    faultDetails: {},
    fullAt: at,
    upTo: at,
    seconds: 1,
    tables: 1,
    indexes: 1,
    postings: 1,
  }
  expect(isDrillDue(set, now)).toBe(true)
  expect(isDrillDue({ ...set, lastDrill: { ...report, fault: null } }, now + 7 * DAY_MS - 1)).toBe(false)
  expect(isDrillDue({ ...set, lastDrill: { ...report, fault: 'CHECKS_FAILED' } }, now + DAY_MS)).toBe(true)
})
