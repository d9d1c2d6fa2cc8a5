import { createHash } from 'node:crypto'
import { chmod, type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { createTarDecoder } from 'modern-tar'
import { z } from 'zod'
import { BackupEnded } from './backup-fault.ts'
import type { Identity } from './keys.ts'
import { FULL_FILES, type Full } from './layout.ts'
import { lsnOf, SEGMENT_BYTES, segmentName, segmentStart } from './lsn.ts'
import type { RestorePlan } from './plan-restore.ts'
import { readSealed } from './sealed-file.ts'

export type OnFiles = (done: number, of: number) => void

export type UnpackOrder = {
  readonly plan: RestorePlan
  readonly identities: readonly Identity[]
  /** An empty folder that gets `cluster` and `superuser.secret`. */
  readonly into: string
}

/** Writes the data folder of a full backup, each file compared with the list of the server, and the log beside it. */
export async function unpack(order: UnpackOrder, onBytes: OnFiles, signal: AbortSignal): Promise<void> {
  const { plan, identities, into } = order
  const { full } = plan
  const cluster = join(into, 'cluster')
  await mkdir(into, { recursive: true })
  await chmod(into, 0o711) // root's server runs as a system user, which passes through to its own
  await mkdir(cluster, { mode: 0o700 })
  const secret = await textOf(full, 'secret', identities)
  await writeFile(join(into, 'superuser.secret'), secret, { mode: 0o600, flag: 'wx' })
  const expected = filesIn(await textOf(full, 'manifest', identities), join(full.folder, FULL_FILES.manifest))
  const logBytes = plan.pieces.reduce((sum, { to, from }) => sum + Number(to - from), 0)
  const of = full.size + logBytes
  // The log first: it is smaller, and its faults are then known sooner.
  await mkdir(join(cluster, 'pg_wal'), { mode: 0o700 })
  await unpackLog(plan, identities, join(cluster, 'pg_wal'), (done) => onBytes(done, of), signal)
  await unpackBase(full, expected, identities, cluster, (done) => onBytes(logBytes + done, of), signal)
}

async function textOf(
  full: Full,
  name: keyof typeof FULL_FILES,
  identities: readonly Identity[],
): Promise<string> {
  const parts: Uint8Array[] = []
  const file = join(full.folder, FULL_FILES[name])
  for await (const part of readSealed(file, full.files[name], identities)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

type Expected = { readonly size: number; readonly sha256: string }

const manifestShape = z.object({
  Files: z.array(
    z.object({
      Path: z.string().optional(),
      Size: z.number(),
      Checksum: z.string(),
      'Checksum-Algorithm': z.literal('SHA256'),
    }),
  ),
  'Manifest-Checksum': z.string(),
})

/** The files of the server's manifest, which vouches for itself by the checksum in its last line. */
function filesIn(manifest: string, file: string): Map<string, Expected> {
  const vouched = manifest.slice(0, manifest.lastIndexOf('\n', manifest.length - 2) + 1)
  const parsed = manifestShape.safeParse(JSON.parse(manifest))
  if (
    !parsed.success ||
    createHash('sha256').update(vouched).digest('hex') !== parsed.data['Manifest-Checksum']
  )
    throw new BackupEnded('FILE_CORRUPTED', { file })
  return new Map(
    parsed.data.Files.flatMap(({ Path, Size, Checksum }) =>
      Path === undefined ? [] : [[Path, { size: Size, sha256: Checksum }] as const],
    ),
  )
}

async function unpackBase(
  full: Full,
  expected: Map<string, Expected>,
  identities: readonly Identity[],
  cluster: string,
  onBytes: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const archive = join(full.folder, FULL_FILES.base)
  const different = () => new BackupEnded('FILE_CORRUPTED', { file: archive })
  const left = new Map(expected)
  let done = 0
  const tar = Readable.toWeb(Readable.from(readSealed(archive, full.files.base, identities)))
  const entries = (tar as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(createTarDecoder())
  for await (const { header, body } of entries) {
    signal.throwIfAborted()
    const path = within(cluster, header.name) ?? fail(different())
    if (header.type === 'directory') await mkdir(path, { recursive: true, mode: 0o700 })
    else if (header.type !== 'file') throw different()
    else {
      const known = left.get(header.name) ?? fail(different())
      const written = await writeFileFrom(body, path)
      if (written.sha256 !== known.sha256 || written.size !== known.size) throw different()
      left.delete(header.name)
    }
    done += header.size
    onBytes(done)
  }
  if (left.size > 0) throw different()
}

const fail = (error: Error): never => {
  throw error
}

/** The path of an entry, which never leaves the folder. */
function within(folder: string, name: string): string | null {
  const path = normalize(name)
  return isAbsolute(path) || path.startsWith('..') ? null : join(folder, path)
}

async function writeFileFrom(body: ReadableStream<Uint8Array>, path: string): Promise<Expected> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const part of body) {
      hash.update(part)
      size += part.length
      await handle.writeFile(part)
    }
  } finally {
    await handle.close()
  }
  return { size, sha256: hash.digest('hex') }
}

async function unpackLog(
  { full, pieces }: RestorePlan,
  identities: readonly Identity[],
  folder: string,
  onBytes: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const from = segmentStart(lsnOf(full.startLsn))
  await using segments = new Segments(folder, full.timeline)
  let done = 0
  for (const piece of pieces) {
    let at = piece.from
    for await (const part of readSealed(piece.file, piece, identities)) {
      signal.throwIfAborted()
      const skip = at < from ? Number(from - at < BigInt(part.length) ? from - at : BigInt(part.length)) : 0
      await segments.write(at + BigInt(skip), part.subarray(skip))
      at += BigInt(part.length)
      done += part.length
      onBytes(done)
    }
    if (at !== piece.to) throw new BackupEnded('FILE_CORRUPTED', { file: piece.file })
  }
}

/** The files of pg_wal, each of its full size from the beginning: what is not written is zeros, at which recovery ends. */
class Segments implements AsyncDisposable {
  readonly #folder: string
  readonly #timeline: number
  #name = ''
  #handle: FileHandle | null = null

  constructor(folder: string, timeline: number) {
    this.#folder = folder
    this.#timeline = timeline
  }

  async write(at: bigint, bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return
    const handle = await this.#open(at)
    const room = Number(segmentStart(at) + SEGMENT_BYTES - at)
    await handle.write(
      bytes.subarray(0, room),
      0,
      Math.min(room, bytes.length),
      Number(at - segmentStart(at)),
    )
    await this.write(at + BigInt(room), bytes.subarray(room))
  }

  async #open(at: bigint): Promise<FileHandle> {
    const name = segmentName(this.#timeline, at)
    if (this.#handle !== null && this.#name === name) return this.#handle
    await this.#handle?.close()
    this.#handle = await open(join(this.#folder, name), 'a+', 0o600)
    await this.#handle.close()
    this.#handle = await open(join(this.#folder, name), 'r+')
    await this.#handle.truncate(Number(SEGMENT_BYTES))
    this.#name = name
    return this.#handle
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle?.close()
  }
}
