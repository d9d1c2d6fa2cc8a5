import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { codeOf } from '../db/fault.ts'
import { BackupEnded } from './backup-fault.ts'
import type { Recipient } from './keys.ts'
import {
  bankFolder,
  type Chain,
  logIn,
  namesIn,
  type Piece,
  pieceName,
  piecesIn,
  readComplete,
  writeComplete,
} from './layout.ts'
import { writeSealed } from './sealed-file.ts'
import { flushToDisk, renameFlushed, writeWhole } from '../write-whole.ts'

const stateShape = z.object({ system: z.string(), timeline: z.number(), to: z.string(), at: z.string() })

/** Up to where the log is sealed. */
export type Sealed = { readonly to: bigint; readonly at: Date }

/**
 * The place on this machine where pieces of the log are sealed before they go to the backup folder: what is in it is safe from a crash, also while a
 * share is away.
 */
export class Spool {
  readonly #folder: string
  readonly #root: string
  readonly #chain: Chain

  constructor(folder: string, root: string, chain: Chain) {
    this.#folder = folder
    this.#root = root
    this.#chain = chain
  }

  /** Where the log goes on, or null where nothing is known of this chain. */
  async sealed(): Promise<Sealed | null> {
    try {
      const state = stateShape.parse(JSON.parse(await readFile(join(this.#folder, 'state.json'), 'utf8')))
      const { system, timeline } = this.#chain
      if (state.system !== system || state.timeline !== timeline) return null
      return { to: BigInt(state.to), at: new Date(state.at) }
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
        return null
      throw error
    }
  }

  /** Seals a piece and waits until it is on the disk: from then on the server may forget it. */
  async seal(
    from: bigint,
    { to, at }: Sealed,
    parts: readonly Buffer[],
    recipients: readonly Recipient[],
  ): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const draft = join(this.#folder, 'piece.part')
    await rm(draft, { force: true })
    const written = await writeSealed(Readable.from(parts), draft, recipients)
    await renameFlushed(draft, join(this.#folder, pieceName({ from, to, at, ...written })))
    await this.#note({ to, at })
  }

  #note({ to, at }: Sealed): Promise<void> {
    const state = { ...this.#chain, to: String(to), at: at.toISOString() }
    return writeWhole(join(this.#folder, 'state.json'), JSON.stringify(state))
  }

  /** The bytes that are not in the backup folder yet. */
  async waiting(): Promise<number> {
    return (await piecesIn(this.#folder)).reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Takes what waits to the backup folder, the oldest first. Throws where that is away, full or of later data. */
  async ship(): Promise<void> {
    const pieces = await piecesIn(this.#folder)
    if (pieces.length === 0) return
    const folder = await this.#destination()
    const there = new Set(await namesIn(folder))
    for (const piece of pieces) {
      if (!there.has(basename(piece.file))) await copyWhole(piece, folder)
      await rm(piece.file)
    }
  }

  async #destination(): Promise<string> {
    await stat(bankFolder(this.#root, this.#chain.system)) // made once, when the folder was chosen
    const folder = logIn(this.#root, this.#chain)
    await mkdir(folder, { recursive: true })
    return folder
  }

  /** Notes in the folder that nothing was written since. */
  async noteComplete({ to, at }: Sealed): Promise<void> {
    await writeComplete(await this.#destination(), to, at)
  }

  /** Refuses data that is older than what the folder has of it: its log would contradict what is there. */
  async refuseOlder(present: bigint): Promise<void> {
    const folder = await this.#destination()
    const newest = (await piecesIn(folder)).reduce((to, piece) => (piece.to > to ? piece.to : to), 0n)
    const complete = await readComplete(folder)
    if (newest > present || (complete?.to ?? 0n) > present)
      throw new BackupEnded('OLDER_TIMELINE', { folder: this.#root })
  }

  /** Forgets everything: a new chain begins with a full backup. */
  static clear = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })
}

async function copyWhole({ file }: Piece, folder: string): Promise<void> {
  const draft = join(folder, `${basename(file)}.part`)
  await rm(draft, { force: true })
  await copyFile(file, draft)
  await flushToDisk(draft)
  await renameFlushed(draft, join(folder, basename(file)))
}
