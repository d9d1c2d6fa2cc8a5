import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { codeOf } from '../db/fault.ts'
import { ArchiveEnded } from './archive-fault.ts'
import { digestOf, MANIFEST, type Manifest, manifestSchema, nameOf, type Sealed } from './manifest.ts'

/** The manifest of an export, which says of itself what its pieces come to. */
export async function readManifest(
  folder: string,
  period: Pick<Sealed, 'kind' | 'period'>,
): Promise<Manifest> {
  const path = join(folder, `${nameOf(period)}${MANIFEST}`)
  const text = await readFile(path, 'utf8').catch((error: unknown) => notThere(error, folder, path))
  const read = manifestSchema.safeParse(json(text))
  if (!read.success) throw new ArchiveEnded('MANIFEST_DAMAGED', path)
  const { pieces, rows, digest } = read.data
  const isWhole = rows === pieces.reduce((sum, piece) => sum + piece.rows, 0) && digest === digestOf(pieces)
  if (!isWhole) throw new ArchiveEnded('MANIFEST_DAMAGED', path)
  return read.data
}

async function notThere(error: unknown, folder: string, path: string): Promise<never> {
  if (codeOf(error) !== 'ENOENT') throw error
  await stat(folder) // a folder that is away is said as such
  throw new ArchiveEnded('NO_EXPORT', path)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const LINE_FEED = 10

/**
 * The lines of an export in their order, some at a time. Every deviation of the file from its manifest ends it, at the latest after the last
 * line: FILE_MISSING, FILE_TRUNCATED, FILE_CORRUPTED.
 */
export async function* linesIn(
  folder: string,
  { file }: Manifest,
  signal: AbortSignal,
): AsyncGenerator<Buffer[]> {
  const path = join(folder, file.name)
  const size = await sizeOf(path)
  if (size < file.bytes) throw new ArchiveEnded('FILE_TRUNCATED', path)
  const hash = createHash('sha256')
  const source = createReadStream(path)
  source.on('data', (part) => hash.update(part))
  const unzip = createZstdDecompress()
  const feeding = pipeline(source, unzip, { signal }).catch((error: unknown) => {
    if (signal.aborted || codeOf(error) === 'EIO') throw error
    throw new ArchiveEnded('FILE_CORRUPTED', path)
  })
  feeding.catch(() => {})
  yield* split(unzip, feeding)
  await feeding
  if (size !== file.bytes || hash.digest('hex') !== file.sha256)
    throw new ArchiveEnded('FILE_CORRUPTED', path)
}

async function* split(parts: AsyncIterable<unknown>, feeding: Promise<void>): AsyncGenerator<Buffer[]> {
  let rest = Buffer.alloc(0)
  try {
    for await (const part of parts) {
      if (!(part instanceof Uint8Array)) throw new Error('A stream of something else than bytes')
      const bytes = rest.length === 0 ? Buffer.from(part) : Buffer.concat([rest, part])
      const lines: Buffer[] = []
      let from = 0
      for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
        lines.push(bytes.subarray(from, at))
        from = at + 1
      }
      rest = bytes.subarray(from)
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    await feeding // its reason is the better one
    throw error
  }
  if (rest.length > 0) yield [rest]
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new ArchiveEnded('FILE_MISSING', path)
    throw error
  }
}
