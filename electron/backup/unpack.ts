import { createHash } from 'node:crypto'
import { chmod, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { codeOf } from '../db/fault.ts'
import { BackupEnded } from './backup-fault.ts'
import { isChangedPages, labelOfWhole, layChangedPages, nameOfChanges, nameOfWhole } from './changed-pages.ts'
import type { Identity } from './keys.ts'
import { type Copy, COPY_FILES } from './layout.ts'
import { filesIn, type Listed } from './manifest.ts'
import { newestCopy, type RestorePlan, sizeOf } from './plan-restore.ts'
import { readSealed, readWhole } from './sealed-file.ts'
import { tarEntries } from './tar-entries.ts'
import { unpackLog } from './unpack-log.ts'

export type OnFiles = (done: number, of: number) => void

export type UnpackOrder = {
  readonly plan: RestorePlan
  readonly identities: readonly Identity[]
  /** An empty folder that gets `cluster` and `superuser.secret`. */
  readonly into: string
}

/**
 * Writes the data folder of a full backup, with what a differential one changed, and the log beside it. Each file is compared with the server's own
 * list of the backup in which it came.
 */
export async function unpack(order: UnpackOrder, onBytes: OnFiles, signal: AbortSignal): Promise<void> {
  const { plan, identities, into } = order
  const { full, differential } = plan
  const cluster = join(into, 'cluster')
  await mkdir(into, { recursive: true })
  await chmod(into, 0o711) // root's server runs as a system user, which passes through to its own
  await mkdir(cluster, { mode: 0o700 })
  const secret = await textOf(newestCopy(plan), 'secret', identities)
  await writeFile(join(into, 'superuser.secret'), secret, { mode: 0o600, flag: 'wx' })
  const files = await listed(full, identities)
  const changed = differential === null ? null : await listed(differential, identities)
  const of = sizeOf(plan)
  let before = 0
  const tell = (done: number) => {
    signal.throwIfAborted()
    onBytes(before + done, of)
  }
  // The log first: it is smaller, and its faults are then known sooner.
  await mkdir(join(cluster, 'pg_wal'), { mode: 0o700 })
  await unpackLog(plan, identities, join(cluster, 'pg_wal'), tell, signal)
  before += sizeOf({ ...plan, full: null, differential: null })
  const isKept = (name: string) => changed?.has(nameOfChanges(name)) ?? true
  await unpackCopy(full, files, { cluster, identities, tell, wants: isKept })
  if (differential === null || changed === null) return
  before += full.size
  await unpackCopy(differential, changed, { cluster, identities, tell, wants: () => true })
  await writeWholeLabel(join(cluster, 'backup_label'))
}

async function writeWholeLabel(file: string): Promise<void> {
  await writeFile(file, labelOfWhole(await readFile(file, 'utf8')))
}

const listed = async (copy: Copy, identities: readonly Identity[]) =>
  filesIn(await textOf(copy, 'manifest', identities), join(copy.folder, COPY_FILES.manifest))

async function textOf(
  { folder, files }: Copy,
  name: keyof typeof COPY_FILES,
  identities: readonly Identity[],
): Promise<string> {
  return (await readWhole(join(folder, COPY_FILES[name]), files[name], identities)).toString('utf8')
}

type Into = {
  readonly cluster: string
  readonly identities: readonly Identity[]
  readonly tell: (done: number) => void
  /** Files that a differential backup brings whole, or that were deleted before it, are compared and not written. */
  readonly wants: (name: string) => boolean
}

async function unpackCopy(copy: Copy, files: Map<string, Listed>, into: Into): Promise<void> {
  const archive = join(copy.folder, COPY_FILES.base)
  const different = () => new BackupEnded('FILE_CORRUPTED', { file: archive })
  const left = new Map(files)
  let done = 0
  const tar = readSealed(archive, copy.files.base, into.identities)
  for await (const { header, body } of tarEntries(tar)) {
    const path = within(into.cluster, header.name) ?? fail(different())
    if (header.type === 'directory') await mkdir(path, { recursive: true, mode: 0o700 })
    else if (header.type !== 'file') throw different()
    else {
      const known = left.get(header.name) ?? fail(different())
      const written = await place(body, path, into.wants(header.name))
      if (written?.sha256 !== known.sha256 || written.size !== known.size) throw different()
      left.delete(header.name)
    }
    done += header.size
    into.tell(done)
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

/** Puts a file where it belongs. Answers what came, or null where that does not fit to what is there. */
async function place(
  body: AsyncIterable<Uint8Array>,
  path: string,
  isWanted: boolean,
): Promise<Listed | null> {
  const hash = createHash('sha256')
  let size = 0
  async function* measured() {
    for await (const part of body) {
      hash.update(part)
      size += part.length
      yield part
    }
  }
  const fits = await placeParts(measured(), path, isWanted)
  return fits ? { size, sha256: hash.digest('hex') } : null
}

async function placeParts(
  parts: AsyncGenerator<Uint8Array>,
  path: string,
  isWanted: boolean,
): Promise<boolean> {
  if (isChangedPages(path)) return layOver(parts, nameOfWhole(path))
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if (isWanted) await writeParts(parts, path)
  else for await (const _ of parts);
  return true
}

/** Changed pages of a file that the full backup does not have are a fault of the differential one. */
async function layOver(parts: AsyncGenerator<Uint8Array>, path: string): Promise<boolean> {
  try {
    return await layChangedPages(parts, path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function writeParts(parts: AsyncGenerator<Uint8Array>, path: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const part of parts) await handle.writeFile(part)
  } finally {
    await handle.close()
  }
}
