import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../db/fault.ts'
import { lsnName } from './lsn.ts'
import type { Written } from '../measured.ts'
import { writeWhole } from '../write-whole.ts'

/**
 * What a backup folder holds. A bank is known by the number that its cluster got when it was made, and each restore begins a time line:
 *
 *     corex-7300000000000000000/t0001/full/20261127T113000000Z/  about.json  base.tar.zst.age  manifest.zst.age  secret.age
 *     corex-7300000000000000000/t0001/differential/20261128T113000000Z/  the same files, of what changed since a full backup
 *     corex-7300000000000000000/t0001/log/0000000003000000-00000000030AB000-20261127T113000000Z-4711-<sha256>.zst.age
 *     corex-7300000000000000000/t0001/log/complete.json
 *
 * What is being written ends in `.part` and gets its name when it is whole and on the disk.
 */
export type Chain = { readonly system: string; readonly timeline: number }

const timelineName = (timeline: number) => `t${String(timeline).padStart(4, '0')}`
export const bankFolder = (root: string, system: string): string => join(root, `corex-${system}`)
export const chainFolder = (root: string, { system, timeline }: Chain): string =>
  join(bankFolder(root, system), timelineName(timeline))
export const fullsIn = (root: string, chain: Chain): string => join(chainFolder(root, chain), 'full')
export const differentialsIn = (root: string, chain: Chain): string =>
  join(chainFolder(root, chain), 'differential')
export const logIn = (root: string, chain: Chain): string => join(chainFolder(root, chain), 'log')

/** A moment in a name that sorts. */
export const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:.]/g, '')
const STAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/
export function momentOf(stamp: string): Date | null {
  const [, year, month, day, hour, minute, second, ms] = STAMP.exec(stamp) ?? []
  return year === undefined ? null : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
}

/** A piece of the log: from where to where, and up to which moment everything that was committed is in it or before it. */
export type Piece = Written & {
  readonly from: bigint
  readonly to: bigint
  readonly at: Date
  readonly file: string
}

/** How much of the hash stands in a name; the rest of the protection is age's own. */
const HASH_IN_NAME = 32
const PIECE = /^([0-9A-F]{16})-([0-9A-F]{16})-(\d{8}T\d{9}Z)-(\d+)-([0-9a-f]{32})\.zst\.age$/

export const pieceName = ({ from, to, at, bytes, sha256 }: Omit<Piece, 'file'>): string =>
  `${lsnName(from)}-${lsnName(to)}-${stampOf(at)}-${bytes}-${sha256.slice(0, HASH_IN_NAME)}.zst.age`

/** Reads what a name says; null for what is no piece of the log. */
export function pieceNamed(folder: string, name: string): Piece | null {
  const [, from, to, stamp = '', bytes, sha256 = ''] = PIECE.exec(name) ?? []
  const at = momentOf(stamp)
  if (at === null) return null
  return {
    from: BigInt(`0x${from}`),
    to: BigInt(`0x${to}`),
    at,
    bytes: Number(bytes),
    sha256,
    file: join(folder, name),
  }
}

/** All pieces of a folder, in the order of the log. */
export async function piecesIn(folder: string): Promise<Piece[]> {
  const pieces = (await namesIn(folder)).flatMap((name) => pieceNamed(folder, name) ?? [])
  return pieces.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
}

export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

const written = z.object({ bytes: z.number(), sha256: z.string() })
const aboutShape = z.object({
  format: z.literal(1),
  system: z.string(),
  timeline: z.number(),
  /** The log is needed from the beginning of the segment that holds `startLsn`, and the copy is consistent at `endLsn`. */
  startLsn: z.string(),
  endLsn: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  serverVersion: z.string(),
  /** The bytes of the data folder, or of what changed in it. */
  size: z.number(),
  /** The full backup on which a differential one rests, by the name of its folder. */
  since: z.string().nullable().default(null),
  /** What it was encrypted to, the recovery sheet first. In plain text, or a wrong phrase could not be told from a damaged header. */
  recipients: z.array(z.string()),
  files: z.object({ base: written, manifest: written, secret: written }),
})

/** What stands beside a copy of the data in plain text: nothing of the business. */
export type About = z.infer<typeof aboutShape>
/** A full backup or a differential one that is whole. */
export type Copy = About & { readonly folder: string }
export const nameOf = ({ folder }: Copy): string => basename(folder)

export const COPY_FILES = {
  base: 'base.tar.zst.age',
  manifest: 'manifest.zst.age',
  secret: 'secret.zst.age',
} as const

/** The full backups of a chain that are whole, the oldest first. */
export const fullsOf = (root: string, chain: Chain): Promise<Copy[]> => copiesIn(fullsIn(root, chain))

/** The differential backups of a chain that are whole in themselves, the oldest first. */
export async function differentialsOf(root: string, chain: Chain): Promise<Copy[]> {
  return (await copiesIn(differentialsIn(root, chain))).filter(({ since }) => since !== null)
}

async function copiesIn(folder: string): Promise<Copy[]> {
  const names = (await namesIn(folder)).filter((name) => momentOf(name) !== null).toSorted()
  const read = await Promise.all(names.map((name) => aboutIn(join(folder, name))))
  return read.filter((copy) => copy !== null)
}

async function aboutIn(folder: string): Promise<Copy | null> {
  try {
    const parsed = aboutShape.safeParse(JSON.parse(await readFile(join(folder, 'about.json'), 'utf8')))
    return parsed.success ? { ...parsed.data, folder } : null
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The chains of every bank in a folder, or of one, the oldest time line first. */
export async function chainsIn(root: string, only?: string): Promise<Chain[]> {
  const banks = (await readdir(root)).flatMap((name) => /^corex-(\d+)$/.exec(name)?.[1] ?? [])
  const wanted = only === undefined ? banks : banks.filter((system) => system === only)
  const chains = await Promise.all(
    wanted.map(async (system) =>
      (await namesIn(bankFolder(root, system))).flatMap((name) => {
        const timeline = /^t(\d{4,})$/.exec(name)?.[1]
        return timeline === undefined ? [] : [{ system, timeline: Number(timeline) }]
      }),
    ),
  )
  return chains.flat().toSorted((a, b) => a.timeline - b.timeline)
}

const completeShape = z.object({ to: z.string(), at: z.string() })

/** Up to where the log is complete although nothing was written since: a quiet branch writes this and nothing else. */
export async function readComplete(folder: string): Promise<{ to: bigint; at: Date } | null> {
  try {
    const parsed = completeShape.safeParse(JSON.parse(await readFile(join(folder, 'complete.json'), 'utf8')))
    return parsed.success ? { to: BigInt(parsed.data.to), at: new Date(parsed.data.at) } : null
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null
    throw error
  }
}

export const writeComplete = (folder: string, to: bigint, at: Date): Promise<void> =>
  writeWhole(join(folder, 'complete.json'), JSON.stringify({ to: String(to), at: at.toISOString() }))
