import { setTimeout as pause } from 'node:timers/promises'
import { BackupEnded, type BackupFault, backupFaultOf } from './backup-fault.ts'
import type { LogNews, LogOrder } from './receive-log.ts'
import { type Running, runTask } from './run-task.ts'

type Work = {
  readonly order: () => Promise<LogOrder>
  /** How long it waits where the log cannot be received. */
  readonly retryMs: number
  readonly onNews: (news: LogNews) => void
  readonly onTrouble: (fault: BackupFault) => void
  /** The slot gave up what it held: makes another one, and sees to a full backup. */
  readonly onLost: () => Promise<void>
  readonly log: (line: string) => void
}

const STOP_LIMIT_MS = 8_000

/** Keeps a receiver of the log at work for as long as the server runs. */
export class LogKeeper {
  readonly #work: Work
  #running: Running | null = null
  #isEnding = false
  /** As they were said last: a receiver that is only starting knows those before. */
  #recipients: readonly string[] | null = null
  readonly #ended: Promise<void>

  constructor(work: Work) {
    this.#work = work
    this.#ended = this.#keep().catch((bug: unknown) =>
      work.log(`The backup of the log ended: ${String(bug)}`),
    )
  }

  /** From now on the log is sealed for these. */
  encryptTo(recipients: readonly string[]): void {
    this.#recipients = recipients
    this.#running?.tell({ kind: 'recipients', recipients })
  }

  sealNow(): void {
    this.#running?.tell({ kind: 'seal' })
  }

  /** Before a server stops: everything is sealed as it comes, and acknowledged, because the server waits for that. */
  prepareStop(): void {
    this.#isEnding = true
    this.#running?.tell({ kind: 'end', leave: false })
  }

  /** After it stopped; what could not be shipped by then waits on this machine. */
  async stopped(): Promise<void> {
    await Promise.race([this.#ended, pause(STOP_LIMIT_MS, undefined, { ref: false })])
  }

  /** The server ended by itself: another keeper looks after the next one. */
  abandon(): void {
    this.#isEnding = true
  }

  /** Ends the receiver of a server that goes on. */
  async leave(): Promise<void> {
    this.#isEnding = true
    this.#running?.tell({ kind: 'end', leave: true })
    await this.stopped()
  }

  async #keep(): Promise<void> {
    while (!this.#isEnding) {
      const fault = await this.#once()
      if (fault === null || this.#isEnding) return
      this.#work.onTrouble(fault)
      if (fault.code === 'OLDER_TIMELINE') return
      const isBegun = fault.code === 'LOG_LOST' && (await this.#faultOf(this.#work.onLost)) === null
      if (!isBegun && !this.#isEnding) await pause(this.#work.retryMs, undefined, { ref: false })
    }
  }

  #once(): Promise<BackupFault | null> {
    return this.#faultOf(async () => {
      const { onNews } = this.#work
      this.#running = runTask({ kind: 'log', order: await this.#work.order() }, { onNews })
      if (this.#recipients !== null) this.encryptTo(this.#recipients)
      if (this.#isEnding) this.prepareStop()
      await this.#running.ended
    })
  }

  async #faultOf(work: () => Promise<void>): Promise<BackupFault | null> {
    try {
      await work()
      return null
    } catch (error) {
      const fault = backupFaultOf(error)
      if (fault === null) throw error
      if (!this.#isEnding)
        this.#work.log(`The backup of the log: ${new BackupEnded(fault.code, fault.details).message}`)
      return fault
    } finally {
      this.#running = null
    }
  }
}
