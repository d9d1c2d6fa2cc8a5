import { mkdir, stat } from 'node:fs/promises'
import type { Connection } from '../db/connection.ts'
import { BackupEnded, type BackupFault } from './backup-fault.ts'
import type { KeptSettings } from './backup-settings.ts'
import { recipientsOfLog } from './chain-keys.ts'
import { bankFolder, type Chain, chainsIn } from './layout.ts'
import { LogKeeper } from './log-keeper.ts'
import type { LogNews, LogOrder } from './receive-log.ts'
import { chainOf, dropSlot, holdsLog, makeSlot, SLOT } from './slot.ts'
import { Spool } from './spool.ts'

export type Pace = Pick<LogOrder, 'sealEveryMs' | 'quietEveryMs' | 'retryMs'>

type Keep = {
  readonly settings: KeptSettings
  readonly spool: string
  readonly pace: Pace
  readonly onNews: (news: LogNews) => void
  readonly onTrouble: (fault: BackupFault) => void
  readonly onFullWanted: () => void
  readonly log: (line: string) => void
}

const nothing = () => {}
const NOTHING_KEPT = {
  spool: '',
  pace: { sealEveryMs: 0, quietEveryMs: 0, retryMs: 0 },
  onNews: nothing,
  onTrouble: nothing,
  onFullWanted: nothing,
  log: nothing,
}

/** A server from its start to its stop, whose log is kept where a folder and a sheet are known. */
export class AttendedServer {
  readonly admin: Connection
  readonly chain: Chain
  readonly #keep: Keep
  #keeper: LogKeeper | null = null
  /** The folder and the sheet of the last beginning. */
  #chosen: readonly (string | null)[] = []

  private constructor(admin: Connection, chain: Chain, keep: Keep) {
    this.admin = admin
    this.chain = chain
    this.#keep = keep
  }

  static async open(admin: Connection, keep: Keep): Promise<AttendedServer> {
    return new AttendedServer(admin, await chainOf(admin), keep)
  }

  /** For a program that works beside the one that keeps the log. */
  static visit(admin: Connection, settings: KeptSettings): Promise<AttendedServer> {
    return AttendedServer.open(admin, { settings, ...NOTHING_KEPT })
  }

  /** Begins to keep the log. OLDER_TIMELINE where the folder knows what this data does not. */
  async begin(): Promise<void> {
    const { settings, pace, onNews, onTrouble, log } = this.#keep
    const { folder, sheet, system, timeline } = await settings.read()
    this.#chosen = [folder, sheet]
    if (folder === null || sheet === null || this.#keeper !== null) return
    const isSameBank = system === this.chain.system
    if (isSameBank && timeline !== null && timeline > this.chain.timeline)
      throw new BackupEnded('OLDER_TIMELINE', { folder })
    const isSameChain = isSameBank && timeline === this.chain.timeline
    if (!isSameChain || !(await holdsLog(this.admin))) await this.#beginChain()
    const onLost = () => this.#beginChain()
    const { retryMs } = pace
    this.#keeper = new LogKeeper({ order: () => this.#order(), retryMs, onNews, onTrouble, onLost, log })
  }

  /**
   * The log so far leads nowhere any more: a full backup has to follow. That is written down before the server holds its log anew, so that where this fails half-way
   * it is begun once more, and no gap is taken for a log that goes on.
   */
  async #beginChain(): Promise<void> {
    await Spool.clear(this.#keep.spool)
    await this.#keep.settings.change(() => ({ ...this.chain, fullWanted: true }))
    await makeSlot(this.admin)
    this.#keep.onFullWanted()
  }

  async #order(): Promise<LogOrder> {
    const { settings, spool, pace } = this.#keep
    const kept = await settings.read()
    const { folder, sheet } = kept
    if (folder === null || sheet === null) throw new BackupEnded('NOT_SET_UP')
    await this.makeBankFolder(folder)
    const recipients = [sheet, ...recipientsOfLog(kept)]
    return { connection: this.admin, root: folder, chain: this.chain, recipients, spool, slot: SLOT, ...pace }
  }

  /** Made once for each chain: where it is gone later, the share is away, and nothing is written to what stands at its place. */
  async makeBankFolder(root: string): Promise<void> {
    const { lastFull, fullWanted } = await this.#keep.settings.read()
    if (lastFull !== null && !fullWanted) return
    await stat(root)
    const { system, timeline } = this.chain
    await mkdir(bankFolder(root, system), { recursive: true })
    if ((await chainsIn(root, system)).some((other) => other.timeline > timeline))
      throw new BackupEnded('OLDER_TIMELINE', { folder: root })
  }

  /** Goes on by what another program beside this one has chosen since. */
  async follow(): Promise<void> {
    const kept = await this.#keep.settings.read()
    const { folder, sheet } = kept
    const [before, sealedTo] = this.#chosen
    if (folder === before && sheet === sealedTo) return
    if (folder !== before) await this.leave()
    else if (sheet !== null) this.encryptTo([sheet, ...recipientsOfLog(kept)])
    await this.begin()
  }

  /** From now on the log is sealed for these, what waits still for those before. */
  encryptTo(recipients: readonly string[]): void {
    this.#keeper?.encryptTo(recipients)
    this.#keeper?.sealNow()
  }

  sealNow(): void {
    this.#keeper?.sealNow()
  }

  /** Ends keeping the log of a server that goes on, and lets it forget what is not sealed. */
  async leave(): Promise<void> {
    await this.#keeper?.leave()
    this.#keeper = null
    await dropSlot(this.admin)
  }

  abandon(): void {
    this.#keeper?.abandon()
  }

  async stop(stopServer: () => Promise<void>): Promise<void> {
    this.#keeper?.prepareStop()
    await stopServer()
    await this.#keeper?.stopped()
  }
}
