import { ArchiveEnded } from './archive-fault.ts'
import { type Manifest, PieceHash, type Sealed } from './manifest.ts'
import { linesIn, readManifest } from './read-export.ts'
import type { OnProgress } from '../progress.ts'
import { dayOf } from './write-export.ts'

/**
 * Compares an export with its manifest line by line, and its digest with the one that is given: that of the books, or one from a paper.
 * Needs no database. What differs ends it with the day in which it is.
 */
export async function verifyExport(
  folder: string,
  period: Pick<Sealed, 'kind' | 'period'>,
  digest: string | null,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Manifest> {
  const manifest = await readManifest(folder, period)
  if (digest !== null && digest !== manifest.digest) throw new ArchiveEnded('OTHER_DIGEST', manifest.digest)
  const pieces = new PieceByPiece(manifest)
  let done = 0
  for await (const lines of linesIn(folder, manifest, signal)) {
    for (const line of lines) pieces.add(line)
    done += lines.length
    onProgress(done, manifest.rows)
  }
  pieces.end()
  return manifest
}

/** Gives each line to its piece, and compares a piece when it has all of its lines. */
class PieceByPiece {
  readonly #manifest: Manifest
  #at = 0
  #hash = new PieceHash()

  constructor(manifest: Manifest) {
    this.#manifest = manifest
    this.#compare()
  }

  add(line: Uint8Array): void {
    const piece = this.#manifest.pieces[this.#at]
    if (piece === undefined) throw new ArchiveEnded('FILE_CORRUPTED', this.#manifest.file.name)
    this.#hash.add(line)
    this.#compare()
  }

  /** Days that are whole; one without lines is at once. */
  #compare(): void {
    for (let piece = this.#manifest.pieces[this.#at]; piece?.rows === this.#hash.rows;) {
      if (this.#hash.end() !== piece.hash) throw new ArchiveEnded('DAY_CHANGED', dayOf(piece))
      this.#hash = new PieceHash()
      piece = this.#manifest.pieces[++this.#at]
    }
  }

  end(): void {
    const piece = this.#manifest.pieces[this.#at]
    if (piece !== undefined) throw new ArchiveEnded('DAY_CHANGED', dayOf(piece))
  }
}
