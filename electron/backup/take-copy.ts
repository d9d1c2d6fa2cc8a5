import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import type { Client } from 'pg'
import { withClient } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'
import { codeOf } from '../db/fault.ts'
import { BackupEnded } from './backup-fault.ts'
import type { Identity, Recipient } from './keys.ts'
import {
  type About,
  type Chain,
  type Copy,
  COPY_FILES,
  differentialsIn,
  fullsIn,
  namesIn,
  nameOf,
  stampOf,
} from './layout.ts'
import { CopyStream, cut, replicationClient, uploadBy } from './replication.ts'
import { readWhole, writeSealed } from './sealed-file.ts'
import { renameFlushed, writeWhole } from '../write-whole.ts'

/** The full backup since which changes are copied, and what opens its list of files. */
export type Base = { readonly full: Copy; readonly identities: readonly Identity[] }

export type CopyOrder = {
  readonly connection: Connection
  readonly root: string
  readonly chain: Chain
  /** The recovery sheet's, then the chain's. */
  readonly recipients: readonly Recipient[]
  /** What the supervisor of a restored server needs beside the data. */
  readonly superuserPassword: string
  /** Null for a full backup. */
  readonly base: Base | null
}

/** Of how many bytes so many are copied; the whole is the server's estimate. */
export type OnBytes = (done: number, of: number) => void

/**
 * Takes a backup of a running server, a full one or of what changed since a full one, into a new folder, which gets its name when it is whole.
 * NO_BASIS where the server does not know what changed.
 */
export async function takeCopy(order: CopyOrder, onBytes: OnBytes, signal: AbortSignal): Promise<About> {
  const startedAt = new Date()
  const parent = (order.base === null ? fullsIn : differentialsIn)(order.root, order.chain)
  await clearDrafts(parent)
  const draft = join(parent, `${stampOf(startedAt)}.part`)
  await mkdir(draft, { recursive: true })
  try {
    const about = await copyInto(draft, order, startedAt, onBytes, signal)
    await writeWhole(join(draft, 'about.json'), `${JSON.stringify(about, null, 2)}\n`)
    signal.throwIfAborted()
    await renameFlushed(draft, join(parent, stampOf(startedAt)))
    return about
  } catch (error) {
    // A folder that is away keeps its draft until the next backup clears it.
    await rm(draft, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

/** What a backup that was killed left behind is never whole. */
async function clearDrafts(parent: string): Promise<void> {
  await stat(dirname(dirname(parent))) // made when the folder was chosen and never again, so that a share that is away is noticed
  for (const name of await namesIn(parent))
    if (name.endsWith('.part')) await rm(join(parent, name), { recursive: true, force: true })
}

async function copyInto(
  draft: string,
  { connection, chain, recipients, superuserPassword, base: since }: CopyOrder,
  startedAt: Date,
  onBytes: OnBytes,
  signal: AbortSignal,
): Promise<About> {
  const file = (name: keyof typeof COPY_FILES) => join(draft, COPY_FILES[name])
  const secret = await writeSealed(
    Readable.from([Buffer.from(superuserPassword)]),
    file('secret'),
    recipients,
  )
  const serverVersion = await versionOf(connection)
  const client = await replicationClient(connection)
  const copy = new BaseCopy(client, since !== null, onBytes)
  const stop = () => cut(client, new BackupEnded('CANCELLED'))
  signal.addEventListener('abort', stop)
  try {
    if (since !== null) await uploadList(client, since)
    const [base, manifest, places] = await Promise.all([
      writeSealed(copy.base, file('base'), recipients).catch(copy.fail),
      writeSealed(copy.manifest, file('manifest'), recipients).catch(copy.fail),
      copy.run().catch(copy.fail),
    ])
    signal.throwIfAborted()
    const { system, timeline } = chain
    const files = { base, manifest, secret }
    const times = { startedAt: startedAt.toISOString(), finishedAt: new Date().toISOString() }
    return {
      format: 1,
      system,
      timeline,
      ...places,
      ...times,
      serverVersion,
      since: since === null ? null : nameOf(since.full),
      recipients: [...recipients],
      files,
    }
  } catch (error) {
    throw since !== null && isWithoutBasis(error)
      ? new BackupEnded('NO_BASIS', { reason: String(error).slice(0, MOST_WORDS) })
      : error
  } finally {
    signal.removeEventListener('abort', stop)
    await client.end().catch(() => {})
  }
}

const versionOf = (connection: Connection): Promise<string> =>
  withClient(connection, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    )
    return rows[0]?.version ?? ''
  })

/** The server reads in it which files there were, and from where in its log it has to know what changed. */
async function uploadList(client: Client, { full, identities }: Base): Promise<void> {
  const list = await readWhole(join(full.folder, COPY_FILES.manifest), full.files.manifest, identities)
  await uploadBy(client, 'UPLOAD_MANIFEST', list)
}

const MOST_WORDS = 300

/** The server does not know what changed (its summaries of the log do not go so far back), or the list of the full backup cannot be read. */
function isWithoutBasis(error: unknown): boolean {
  if (error instanceof BackupEnded) return error.fault.code.startsWith('FILE_')
  return ['55000', 'XX000'].includes(codeOf(error) ?? '')
}

const OPTIONS = `LABEL 'corex', PROGRESS true, CHECKPOINT 'fast', WAL false, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256'`

/** One copy of the data folder as the server streams it: the files as tar, then the list of them with their checksums. */
class BaseCopy {
  readonly base = new PassThrough()
  readonly manifest = new PassThrough()
  readonly #client: Client
  readonly #onBytes: OnBytes
  readonly #copy: CopyStream
  #into: PassThrough | null = null
  #done = 0
  #failed: unknown = null

  constructor(client: Client, isDifferential: boolean, onBytes: OnBytes) {
    this.#client = client
    this.#onBytes = onBytes
    const options = isDifferential ? `${OPTIONS}, INCREMENTAL` : OPTIONS
    this.#copy = new CopyStream(`BASE_BACKUP (${options})`, (chunk) => this.#take(chunk))
  }

  /** Where one part fails the others end too, and all of them with the reason of the first. */
  readonly fail = (error: unknown): never => {
    this.#failed ??= error
    const reason = error instanceof Error ? error : new Error(String(error))
    cut(this.#client, reason)
    this.base.destroy(reason)
    this.manifest.destroy(reason)
    throw this.#failed
  }

  async run() {
    this.#client.query(this.#copy)
    const [start, , end] = await this.#copy.ended
    if (start?.[0] == null || end?.[0] == null)
      throw new Error('BASE_BACKUP did not say where it begins and ends')
    this.base.end()
    this.manifest.end()
    return { startLsn: start[0], endLsn: end[0], size: this.#done }
  }

  get #of(): number {
    return Number(this.#copy.rows[1]?.[2] ?? 0) * 1024
  }

  #take(chunk: Buffer): void {
    const kind = String.fromCharCode(chunk[0] ?? 0)
    if (kind === 'n') this.#begin(chunk)
    else if (kind === 'm') this.#into = this.manifest
    else if (kind === 'd') this.#write(chunk.subarray(1))
    else if (kind === 'p') this.#onBytes(Number(chunk.readBigInt64BE(1)), this.#of)
  }

  #begin(chunk: Buffer): void {
    if (this.#into !== null)
      throw new Error('The cluster has tablespaces, which the embedded server never makes')
    this.#into = chunk.length > 1 ? this.base : null
  }

  #write(data: Buffer): void {
    if (this.#into === null || this.#into.destroyed) return
    if (this.#into === this.base) this.#done += data.length
    const { stream } = this.#client.connection
    if (this.#into.write(data) || stream.isPaused()) return
    stream.pause()
    this.#into.once('drain', () => stream.resume())
  }
}
