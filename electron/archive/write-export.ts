import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { Kysely } from 'kysely'
import { flushToDisk, writeWhole } from '../write-whole.ts'
import type { DB } from '../db/tables.ts'
import { measuring, type Written } from '../measured.ts'
import { ArchiveEnded } from './archive-fault.ts'
import { LINES, MANIFEST, type Manifest, nameOf, PieceHash, type Sealed } from './manifest.ts'
import type { OnProgress } from '../progress.ts'
import { linesOf, noteFile, readSealed } from './sealed-rows.ts'

/** A draft that nobody has written to for so long was left by a program that was killed. */
const LEFT_AFTER_MS = 10 * 60_000

/**
 * Writes what was sealed into a file: a line a row, compressed by zstd, and beside it a manifest. Each day is compared with its seal while it
 * is written, so that an export never has anything else than what was sealed. What is written gets its name when it is whole.
 */
export async function exportArchive(
  db: Kysely<DB>,
  sealId: string,
  folder: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Manifest> {
  await stat(join(folder, '.'))
  const sealed = await readSealed(db, sealId)
  const name = nameOf(sealed)
  await clearDrafts(folder, name)
  const draft = join(folder, `${name}.${randomUUID()}.part`)
  try {
    const written = await writeLines(db, sealed, draft, onProgress, signal)
    const manifest = manifestOf(sealed, { name: `${name}${LINES}`, ...written })
    await rename(draft, join(folder, manifest.file.name))
    await writeWhole(join(folder, `${name}${MANIFEST}`), `${JSON.stringify(manifest, null, 1)}\n`)
    await noteFile(db, { sealId, what: 'EXPORTED', ...written, folder })
    return manifest
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

async function clearDrafts(folder: string, name: string): Promise<void> {
  for (const each of await readdir(folder)) {
    if (!each.startsWith(`${name}.`) || !each.endsWith('.part')) continue
    const path = join(folder, each)
    if (Date.now() - (await stat(path)).mtimeMs > LEFT_AFTER_MS) await rm(path, { force: true })
  }
}

async function writeLines(
  db: Kysely<DB>,
  sealed: Sealed,
  file: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Written> {
  const { through, written } = measuring()
  await pipeline(
    Readable.from(provedLines(db, sealed, onProgress)),
    createZstdCompress(),
    through,
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    { signal },
  )
  await flushToDisk(file)
  return written()
}

/** Every line, page by page; a day that is not as it was sealed ends it. */
async function* provedLines(
  db: Kysely<DB>,
  { pieces, rows }: Sealed,
  onProgress: OnProgress,
): AsyncGenerator<string> {
  let done = 0
  for (const piece of pieces) {
    const hash = new PieceHash()
    for await (const lines of linesOf(db, piece.id)) {
      for (const line of lines) hash.add(line)
      yield `${lines.join('\n')}\n`
      done += lines.length
      onProgress(done, rows)
    }
    if (hash.end() !== piece.hash) throw new ArchiveEnded('ROWS_CHANGED', dayOf(piece))
  }
}

export const dayOf = ({ day, branchName }: { day: string; branchName: string | null }): string =>
  branchName === null ? day : `${day}, ${branchName}`

const manifestOf = ({ pieces, ...sealed }: Sealed, file: Manifest['file']): Manifest => ({
  format: 'corex-archive/1',
  ...sealed,
  exportedAt: new Date().toISOString(),
  file,
  pieces: pieces.map(({ id: _, ...piece }) => piece),
})
