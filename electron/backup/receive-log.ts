import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '../db/connection.ts'
import { BackupEnded, type BackupFault, backupFaultOf } from './backup-fault.ts'
import type { Recipient } from './keys.ts'
import type { Chain } from './layout.ts'
import { LogBuffer } from './log-buffer.ts'
import { LogStream, placeOfSlot } from './log-stream.ts'
import { segmentStart } from './lsn.ts'
import { Rounds } from './rounds.ts'
import { type Sealed, Spool } from './spool.ts'
import { walMessage } from './wal-messages.ts'

export type LogOrder = {
  readonly connection: Connection
  readonly root: string
  readonly chain: Chain
  readonly recipients: readonly Recipient[]
  /** On this machine, beside the data. */
  readonly spool: string
  readonly slot: string
  /** How long something new waits at most until it is sealed. */
  readonly sealEveryMs: number
  /** How often a quiet branch says that it is complete. */
  readonly quietEveryMs: number
  /** How often a folder that is away is tried again. */
  readonly retryMs: number
}

/** What a receiver tells whoever supervises it. */
export type LogNews = {
  /** Up to this moment everything that was committed is sealed on this machine. */
  readonly sealedAt: string | null
  /** Up to this moment it is in the backup folder. */
  readonly shippedAt: string | null
  readonly waitingBytes: number
  readonly trouble: BackupFault | null
}

/** More than this is sealed at once, and nothing more is read meanwhile. */
const MOST_IN_MEMORY = 64 * 1024 * 1024
const STATUS_EVERY_MS = 10_000
const END_LIMIT_MS = 5_000
/** Nothing is kept alive by it. */
const endLimit = () => pause(END_LIMIT_MS, undefined, { ref: false })

/** Receives the server's log and seals it piece by piece; what is sealed is acknowledged, and only that. */
export class LogReceiver {
  readonly #order: LogOrder
  readonly #tell: (news: LogNews) => void
  readonly #spool: Spool
  #recipients: readonly Recipient[]
  #buffer = new LogBuffer(0n)
  #stream: LogStream | null = null
  #sealed: Sealed = { to: 0n, at: new Date(0) }
  #shippedAt: Date | null = null
  #saidComplete = 0
  #trouble: BackupFault | null = null
  #isEnding = false
  #isChecked = false
  #sealing = Promise.resolve()
  #shipping = Promise.resolve()
  readonly #rounds = new Rounds()

  constructor(order: LogOrder, tell: (news: LogNews) => void) {
    this.#order = order
    this.#tell = tell
    this.#recipients = order.recipients
    this.#spool = new Spool(order.spool, order.root, order.chain)
  }

  /** Runs until `end`, or until the server or its log is gone. */
  async run(): Promise<void> {
    const { connection, slot, chain, sealEveryMs, retryMs } = this.#order
    this.#sealed = await this.#findPlace()
    const from = this.#sealed.to
    this.#buffer = new LogBuffer(from)
    const source = { connection, slot, timeline: chain.timeline, from }
    const stream = await LogStream.open(source, (chunk) => this.#take(chunk))
    this.#stream = stream
    const status = setInterval(() => this.#acknowledge(), STATUS_EVERY_MS)
    const rounds = this.#rounds.run(
      () => this.#round(),
      () => (this.#trouble === null ? sealEveryMs : retryMs),
    )
    try {
      // A server that stops closes the stream when all of it was acknowledged.
      await stream.ended.catch((error: unknown) => (this.#isEnding ? null : Promise.reject(error)))
    } finally {
      clearInterval(status)
      this.#stream = null
      this.#rounds.end()
      await rounds
      await this.#finish()
      await stream.close()
    }
  }

  /** What is left is sealed, and shipped as far as it goes in some seconds. The rest waits on this machine. */
  async #finish(): Promise<void> {
    await this.#seal(this.#isEnding ? new Date() : this.#sealed.at).catch(() => {})
    await Promise.race([this.#ship(), endLimit()])
  }

  /** Seals what is there now. */
  sealNow(): void {
    this.#rounds.wake()
  }

  /** What is sealed from now on is for these. */
  encryptTo(recipients: readonly Recipient[]): void {
    this.#recipients = recipients
  }

  /**
   * Seals and acknowledges everything at once from now on, because the server is about to stop and waits for that. `leave` is for a server that goes
   * on: the stream is closed when everything is sealed.
   */
  async end(leave: boolean): Promise<void> {
    this.#isEnding = true
    this.#rounds.wake()
    await (leave ? Promise.race([this.#seal(new Date()), endLimit()]) : endLimit())
    this.#stream?.cut()
  }

  /** Where the last piece ended, or where the slot begins to hold the log. */
  async #findPlace(): Promise<Sealed> {
    const { connection, slot, root } = this.#order
    const { restart, now } = await placeOfSlot(connection, slot)
    const known = await this.#spool.sealed()
    if (known !== null && known.to > now) throw new BackupEnded('OLDER_TIMELINE', { folder: root })
    return known ?? { to: segmentStart(restart), at: new Date(0) }
  }

  #take(chunk: Buffer): void {
    const message = walMessage(chunk)
    if (message.kind === 'alive' && message.wantsAnswer) this.#acknowledge()
    if (message.kind !== 'data') return
    if (!this.#buffer.take(message.from, message.bytes)) return this.#stream?.cut()
    if (this.#buffer.size > MOST_IN_MEMORY) this.#stream?.pause()
    if (this.#isEnding || this.#buffer.size > MOST_IN_MEMORY) this.#rounds.wake()
  }

  #acknowledge(): void {
    this.#stream?.acknowledge(this.#buffer.received, this.#sealed.to)
  }

  async #round(): Promise<void> {
    try {
      await this.#seal(await this.#completeAt())
      if (!this.#isEnding) await this.#ship()
    } catch (error) {
      await this.#note(error)
    }
  }

  /** A moment for which everything that was committed before it was received. */
  async #completeAt(): Promise<Date> {
    const stream = this.#stream
    if (stream === null || this.#isEnding) return new Date()
    const { lsn, now } = await stream.end()
    const isWaiting = () =>
      this.#buffer.received < lsn &&
      this.#buffer.size <= MOST_IN_MEMORY &&
      this.#stream !== null &&
      !this.#isEnding
    while (isWaiting()) await pause(10)
    return this.#buffer.received < lsn ? this.#sealed.at : now
  }

  /** One after the other: a piece begins where the last one ended. */
  #seal(at: Date): Promise<void> {
    this.#sealing = this.#sealing.catch(() => {}).then(() => this.#sealPiece(at))
    return this.#sealing
  }

  async #sealPiece(at: Date): Promise<void> {
    const { to: from, at: before } = this.#sealed
    const sealed = { to: this.#buffer.received, at: at < before ? before : at }
    if (sealed.to > from) {
      await this.#buffer.drain((parts) => this.#spool.seal(from, sealed, parts, this.#recipients))
      this.#stream?.resume()
    }
    this.#sealed = sealed
    this.#acknowledge()
  }

  #ship(): Promise<void> {
    this.#shipping = this.#shipping.then(() => this.#shipAll()).catch((error: unknown) => this.#note(error))
    return this.#shipping
  }

  async #shipAll(): Promise<void> {
    const reached = this.#sealed
    if (!this.#isChecked) await this.#spool.refuseOlder(reached.to)
    this.#isChecked = true
    const isNew = (await this.#spool.waiting()) > 0
    await this.#spool.ship()
    const isDue = Date.now() - this.#saidComplete >= this.#order.quietEveryMs
    if (!isNew && isDue) await this.#spool.noteComplete(reached)
    if (isNew || isDue) this.#saidComplete = Date.now()
    this.#shippedAt = reached.at
    this.#trouble = null
    await this.#say()
  }

  async #note(error: unknown): Promise<void> {
    const fault = backupFaultOf(error)
    if (fault === null) throw error
    this.#trouble = fault
    await this.#say()
    // A server whose line is not read cannot end its side of it, and waits for that at a checkpoint and when it stops: it is told to go.
    const isStuck = this.#buffer.size > MOST_IN_MEMORY
    if (isStuck || fault.code === 'OLDER_TIMELINE')
      this.#stream?.cut(new BackupEnded(fault.code, fault.details))
  }

  async #say(): Promise<void> {
    const { at } = this.#sealed
    this.#tell({
      sealedAt: at.getTime() === 0 ? null : at.toISOString(),
      shippedAt: this.#shippedAt?.toISOString() ?? null,
      waitingBytes: await this.#spool.waiting().catch(() => 0),
      trouble: this.#trouble,
    })
  }
}
