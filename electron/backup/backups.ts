import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AttendedServer, type Pace } from './attended-server.ts'
import { inDatabase } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'
import type { Attendant } from '../db/database.ts'
import type { EmbeddedServer } from '../db/embedded/start.ts'
import { administratorOf } from '../db/open-embedded.ts'
import type { SecretBox } from '../db/settings.ts'
import { attemptBackup, BackupEnded, type BackupFault, backupFaultOf } from './backup-fault.ts'
import { type BackupSettings, type DrillReport, KeptSettings } from './backup-settings.ts'
import { drill } from './drill.ts'
import { identityOfSheet, recipientOf } from './keys.ts'
import { type About, bankFolder } from './layout.ts'
import type { LogNews } from './receive-log.ts'
import { OneWork, type Work } from './one-work.ts'
import {
  type Recording,
  type Replaced,
  restoreAndRecord,
  startOver,
  type Wanted,
} from './restore-and-record.ts'
import type { OnStep } from './steps.ts'
import { waitUntil } from './wait-until.ts'
import { recipientsOfLog } from './chain-keys.ts'
import { Copies } from './copies.ts'
import { nextCopy } from './due.ts'
import { type HeldLog, heldLog } from './slot.ts'

export type BackupOptions = {
  readonly dataFolder: string
  readonly settingsFolder: string
  /** Null for a program without a keyring: it makes no key of a chain and uses the one that is there. */
  readonly secretBox: SecretBox | null
  readonly log: (line: string) => void
  /** Something that people look at has changed. */
  readonly onChange?: (work: Work | null) => void
  readonly onFullWanted?: () => void
  readonly pace?: Pace
}

/** A minute of work is at risk where the machine dies, and a quiet branch is heard of four times an hour. */
const PACE = { sealEveryMs: 60_000, quietEveryMs: 15 * 60_000, retryMs: 15_000 }

export type BackupState = {
  readonly settings: BackupSettings
  readonly news: LogNews | null
  readonly trouble: BackupFault | null
  readonly held: HeldLog | null
  readonly work: Work | null
}

/** The backups of this machine's own server. One for a main process, or for a run of the command line. */
export class Backups {
  readonly settings: KeptSettings
  readonly #options: BackupOptions
  #site: Promise<AttendedServer> | null = null
  #news: LogNews | null = null
  #trouble: BackupFault | null = null
  readonly #work: OneWork
  readonly #copies: Copies

  constructor(options: BackupOptions) {
    this.#options = options
    this.#work = new OneWork((work) => options.onChange?.(work))
    this.settings = new KeptSettings(options.settingsFolder)
    this.#copies = new Copies(this.settings, options.secretBox)
  }

  /** Looks after a server from its start to its stop: everything is sealed by then, and shipped where the folder is there. */
  readonly attend = (server: EmbeddedServer): Attendant => {
    void this.#site?.then((gone) => gone.abandon()).catch(() => {})
    this.#news = null
    this.#trouble = null
    const site = this.#open(inDatabase(administratorOf(server), 'postgres'))
    site.catch((error: unknown) => this.#note(error))
    this.#site = site
    return { stop: (stopServer) => this.#stop(site, stopServer) }
  }

  /** Works beside the program that attends the server, and leaves the log to it. */
  async visit(admin: Connection): Promise<void> {
    this.#site = AttendedServer.visit(admin, this.settings)
    await this.#site
  }

  async #open(admin: Connection): Promise<AttendedServer> {
    const { settingsFolder, pace = PACE, log } = this.#options
    const server = await AttendedServer.open(admin, {
      settings: this.settings,
      spool: join(settingsFolder, 'backup-log'),
      pace,
      onNews: (news) => this.#tell(news),
      onTrouble: (fault) => this.#setTrouble(fault),
      onFullWanted: () => this.#options.onFullWanted?.(),
      log,
    })
    // Of data that the folder knows better only the backup is refused.
    await server.begin().catch((error: unknown) => this.#note(error))
    return server
  }

  async #stop(opening: Promise<AttendedServer>, stopServer: () => Promise<void>): Promise<void> {
    await this.#work.end()
    const server = await opening.catch(() => null)
    await (server === null ? stopServer() : server.stop(stopServer))
    if (this.#site === opening) this.#site = null
  }

  #tell(news: LogNews): void {
    this.#news = news
    this.#trouble = news.trouble
    this.#options.onChange?.(this.#work.now)
  }

  #setTrouble(fault: BackupFault | null): void {
    this.#trouble = fault
    this.#options.onChange?.(this.#work.now)
  }

  #note(error: unknown): void {
    const fault = backupFaultOf(error)
    this.#options.log(`Backups do not run: ${String(error)}`)
    if (fault !== null) this.#setTrouble(fault)
  }

  async state(): Promise<BackupState> {
    const site = await this.#site?.catch(() => null)
    const held = site == null ? null : await heldLog(site.admin).catch(() => null)
    const settings = await this.settings.read()
    return { settings, news: this.#news, trouble: this.#trouble, held, work: this.#work.now }
  }

  /** Where backups go and for how many days any second can be restored. Another folder begins anew there; null ends backups. */
  async configure(folder: string | null, keepDays: number): Promise<void> {
    const site = await this.#required()
    const before = await this.settings.read()
    if (folder !== null) {
      if (before.sheet === null) throw new BackupEnded('NOT_SET_UP')
      await stat(folder)
      await mkdir(bankFolder(folder, site.chain.system), { recursive: true })
    }
    if (folder !== before.folder) await site.leave()
    await this.settings.change(() => ({ folder, keepDays }))
    if (folder !== before.folder) await site.begin()
    this.#setTrouble(null)
  }

  /** Goes on by what the settings say now, where another program of this computer wrote them. */
  async follow(): Promise<void> {
    const site = await this.#site?.catch(() => null)
    await site?.follow().catch((error: unknown) => this.#note(error))
  }

  async #required(): Promise<AttendedServer> {
    if (this.#site === null) throw new BackupEnded('SERVER_GONE')
    return this.#site
  }

  /** Encrypts to a sheet from now on; nothing of its secret stays here. A full backup follows, so that the sheet opens all of it. */
  async useSheet(secret: Buffer): Promise<void> {
    const sheet = await recipientOf(identityOfSheet(secret))
    const now = new Date().toISOString()
    const before = await this.settings.read()
    await this.settings.change(() => ({
      sheet,
      wordsCheckedAt: now,
      ...(before.sheet === sheet ? {} : { fullWanted: true }),
    }))
    this.#options.onChange?.(this.#work.now)
    if (before.sheet === sheet) return
    const site = await this.#site?.catch(() => null)
    site?.encryptTo([sheet, ...recipientsOfLog(before)])
    await site?.begin()
    this.#options.onFullWanted?.()
  }

  /** Waits for the piece of work that runs now. */
  whenFree(signal: AbortSignal): Promise<void> {
    return this.#work.free(signal)
  }

  /** Takes the backup whose turn it is: a full one also where a differential one is not possible. */
  async takeNext(onStep: OnStep, signal: AbortSignal): Promise<void> {
    const next = nextCopy(await this.settings.read(), Date.now())
    if (next === 'FULL' || !(await this.#tryDifferential(onStep, signal))) await this.takeFull(onStep, signal)
  }

  async #tryDifferential(onStep: OnStep, signal: AbortSignal): Promise<boolean> {
    const taken = await attemptBackup(() => this.takeDifferential(onStep, signal))
    if (taken.ok) return true
    const { code, details } = taken.error
    if (code !== 'NO_BASIS') throw new BackupEnded(code, details)
    this.#options.log(`A full backup instead of a differential one: ${JSON.stringify(details)}`)
    return false
  }

  takeFull(onStep: OnStep, signal: AbortSignal): Promise<About> {
    return this.#work.run('FULL', onStep, signal, async (tell, own) =>
      this.#copies.takeFull(await this.#required(), { onStep: tell, signal: own }),
    )
  }

  /** NO_BASIS where it has to be a full one. */
  takeDifferential(onStep: OnStep, signal: AbortSignal): Promise<About> {
    return this.#work.run('DIFFERENTIAL', onStep, signal, async (tell, own) =>
      this.#copies.takeDifferential(await this.#required(), { onStep: tell, signal: own }),
    )
  }

  /** Restores the newest backup to a scratch server, and keeps the report. */
  runDrill(onStep: OnStep, signal: AbortSignal): Promise<DrillReport> {
    return this.#work.run('DRILL', onStep, signal, async (tell, own) => {
      const { folder: root } = await this.#copies.place()
      const { log, dataFolder } = this.#options
      const site = await this.#required()
      const begun = Date.now()
      // A full backup is whole only with the log up to its end.
      site.sealNow()
      await waitUntil(() => Date.parse(this.#news?.shippedAt ?? '') >= begun, own)
      const { system } = site.chain
      const order = { root, system, identities: await this.#copies.identities(), log }
      const lastDrill = await drill(dataFolder, order, tell, own)
      await this.settings.change(() => ({ lastDrill }))
      return lastDrill
    })
  }

  /** Restores a bank in the place of this machine's data, while no server runs on it. From then on it is backed up where it was restored from. */
  restoreBank(wanted: Wanted, recording: Recording, onStep: OnStep, signal: AbortSignal): Promise<Replaced> {
    const { log, dataFolder } = this.#options
    return this.#work.run('RESTORE', onStep, signal, async (tell, own) => {
      const replaced = await restoreAndRecord(dataFolder, wanted, { ...recording, log }, tell, own)
      await this.settings.change(() => startOver(wanted, replaced.sheet))
      return replaced
    })
  }

  /** Ends what runs. */
  endWork(): void {
    this.#work.cancel()
  }
}
