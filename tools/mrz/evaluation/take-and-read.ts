import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import sharp from 'sharp'
import type { Network } from '../../../electron/reading/mrz/network.ts'
import { readMrz } from '../../../electron/reading/mrz/read-mrz.ts'
import { greyOf } from '../../../electron/studio/pages/grey-of.ts'
import { PAGE_SIDE } from '../../../electron/studio/pages/make-page.ts'
import { type Level, LEVELS } from '../photograph/levels.ts'
import { takePhotograph } from '../photograph/photograph.ts'
import { seededRandom } from '../random.ts'
import { scoreRead } from './score.ts'
import type { Row } from './table.ts'

/** By what photographs are read and written with, a folder for those that were not read right, and the level, if it is one alone. */
export type Setting = {
  readonly network: Network
  readonly other: Font
  readonly seed: number
  readonly keep: string | undefined
  readonly level: string | undefined
}
type Tried = { readonly score: Row['scores'][number]; readonly seconds: number }

async function tryOne(
  { network, other, seed, keep }: Setting,
  font: Font,
  level: Level,
  number: number,
): Promise<Tried> {
  const { holder, jpeg } = await takePhotograph(level, font, other, seededRandom(seed, number))
  const grey = await greyOf(new Uint8Array(jpeg))
  const before = process.cpuUsage()
  const read = readMrz(network, grey, () => true)
  const { user, system } = process.cpuUsage(before)
  const score = scoreRead(holder, read)
  if (keep !== undefined && (score.right < score.fields || score.rightNames < score.names)) {
    mkdirSync(keep, { recursive: true })
    const name = join(keep, `${level.name}-${number}`)
    writeFileSync(`${name}.jpg`, jpeg)
    writeFileSync(`${name}.txt`, `${holder.lines.join('\n')}\n\n${read?.lines.join('\n') ?? 'nothing'}\n`)
  }
  return { score, seconds: (user + system) / 1e6 }
}

const rowOf = (name: string, tries: readonly Tried[]): Row => ({
  name,
  scores: tries.map(({ score }) => score),
  seconds: tries.map(({ seconds }) => seconds),
})

/** Takes so many photographs at each level, and reads them: a row of the table for each level. */
export async function rowsOf(setting: Setting, font: Font, count: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const [at, level] of LEVELS.entries()) {
    if (setting.level !== undefined && setting.level !== level.name) continue
    const tries: Tried[] = []
    for (let i = 0; i < count; i++) tries.push(await tryOne(setting, font, level, 1 + at * 1_000_000 + i))
    rows.push(rowOf(level.name, tries))
  }
  return rows
}

export const together = (name: string, rows: readonly Row[]): Row => ({
  name,
  scores: rows.flatMap((row) => row.scores),
  seconds: rows.flatMap((row) => row.seconds),
})

/** Pages as large as the studio makes them, for the memory that reading one takes. */
export async function largePages(setting: Setting, font: Font, folder: string): Promise<string[]> {
  const files: string[] = []
  for (const [at, level] of LEVELS.entries()) {
    const { jpeg } = await takePhotograph(level, font, setting.other, seededRandom(setting.seed, at + 1))
    const file = join(folder, `${level.name}.jpg`)
    const large = sharp(jpeg).resize(PAGE_SIDE, PAGE_SIDE, { fit: 'inside' })
    writeFileSync(file, await large.jpeg().toBuffer())
    files.push(file)
  }
  return files
}
