import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { noPreparedFiles } from '../../electron/prepared-files.ts'
import { prepareFile } from '../../electron/services/documents/prepare-file.ts'
import { MOST_MEMORY } from '../../electron/studio/limits.ts'
import { openStudio } from '../../electron/studio/open-studio.ts'
import { startTestStudio } from '../support/studio.ts'
import { HOSTILE_FILES, PLANTED } from './hostile-files.ts'

const isLinux = process.platform === 'linux'

/** The processes that decode have a folder for temporary files of their own, so that whatever a library writes there is seen. */
const temporary = mkdtempSync(join(tmpdir(), 'corex-hostile-'))
const before = { TMPDIR: process.env['TMPDIR'], TEMP: process.env['TEMP'], TMP: process.env['TMP'] }
Object.assign(process.env, { TMPDIR: temporary, TEMP: temporary, TMP: temporary })
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  rmSync(temporary, { recursive: true, force: true })
})

/** What of this user is in memory as files, but for databases and the folders of other tests and their browsers, which have their own names. */
const filesInMemory = () =>
  isLinux
    ? readdirSync('/dev/shm').filter(
        (name) => !/^(?:PostgreSQL|corex-|playwright|org\.chromium|double-|isolation-|preview-)/.test(name),
      )
    : []
const inMemoryBefore = new Set(filesInMemory())

const processes: ReturnType<typeof startTestStudio>[] = []
const studio = openStudio(() => {
  const started = startTestStudio()
  processes.push(started)
  return started
})
afterAll(() => studio.close())

const CODES = [
  'FILE_DAMAGED',
  'FILE_EMPTY',
  'FILE_HAS_PASSWORD',
  'FILE_TOO_DEMANDING',
  'FILE_TOO_LARGE',
  'FILE_TOO_MANY_PAGES',
  'FILE_TOO_MANY_PIXELS',
  'FILE_TYPE_NOT_ALLOWED',
]

/** The most that a process has had in memory, in bytes, as Linux counts it. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    return 0 // it has just ended
  }
}

const peaks: number[] = []
// While it works, since a process that was ended for its memory says nothing afterwards.
const looking = setInterval(() => {
  if (isLinux && processes.length > 0) peaks.push(peakOf(processes.at(-1)?.pid()))
}, 10)
afterAll(() => clearInterval(looking))

test('there are at least sixty of them', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60)
})

test.each(HOSTILE_FILES)('$name', { timeout: 150_000 }, async ({ make }) => {
  const { content, expect: wanted } = await make()
  const made = await prepareFile(content, { workplace: { studio }, prepared: noPreparedFiles() })
  const code = made.ok ? 'taken' : made.error.code
  expect(wanted === 'any' ? [...CODES, 'taken'] : [wanted]).toContain(code)
  for (const { jpeg } of made.ok ? (made.value?.pages ?? []) : []) {
    const facts = await sharp(jpeg).metadata()
    expect(facts).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 })
    expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.comments]).toEqual(Array(5).fill(undefined))
    expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(3000)
    expect(Buffer.from(jpeg).includes(PLANTED)).toBe(false)
  }
})

test.runIf(isLinux)('the studio stayed within its memory all the while', () => {
  expect(Math.max(...peaks)).toBeLessThan(MOST_MEMORY)
})

test('none of them leaves a file behind: not in the folder for temporary files, and not in memory', () => {
  expect(readdirSync(temporary)).toEqual([])
  expect(filesInMemory().filter((name) => !inMemoryBefore.has(name))).toEqual([])
})
