import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupEnded } from './backup-fault.ts'
import type { Identity } from './keys.ts'
import { lsnOf, SEGMENT_BYTES, segmentName, segmentStart } from './lsn.ts'
import { newestCopy, type RestorePlan } from './plan-restore.ts'
import { readSealed } from './sealed-file.ts'

/** Writes the pieces of the log as the files of pg_wal from which a server recovers. */
export async function unpackLog(
  plan: RestorePlan,
  identities: readonly Identity[],
  folder: string,
  onBytes: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { startLsn, timeline } = newestCopy(plan)
  const from = segmentStart(lsnOf(startLsn))
  await using segments = new Segments(folder, timeline)
  let done = 0
  for (const piece of plan.pieces) {
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
