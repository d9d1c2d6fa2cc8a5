import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BACKUP_FAULTS } from '../../shared/backup-faults.ts'
import { codeOf } from '../db/fault.ts'
import { BackupEnded } from './backup-fault.ts'
import { writeWhole } from '../write-whole.ts'

const drillReport = z.object({
  at: z.string(),
  /** Null when all is well. */
  fault: z.enum(BACKUP_FAULTS).nullable(),
  faultDetails: z.record(z.string(), z.string()),
  /** The full backup that was restored, and up to which second the log went. */
  fullAt: z.string().nullable(),
  upTo: z.string().nullable(),
  seconds: z.number(),
  tables: z.number(),
  indexes: z.number(),
  postings: z.number(),
})
export type DrillReport = z.infer<typeof drillReport>

const taken = z.object({ at: z.string(), bytes: z.number(), seconds: z.number() })
/** A backup that was taken: when, how large it is in the folder, and how long it took. */
export type Taken = z.infer<typeof taken>

const chainKey = z.object({ recipient: z.string(), identity: z.string() })

const shape = z.object({
  format: z.literal(1),
  folder: z.string().nullable(),
  keepDays: z.number(),
  /** What only encrypts, of the recovery sheet. */
  sheet: z.string().nullable(),
  wordsCheckedAt: z.string().nullable(),
  /** The keys for drills of the newest chains, the newest first; what opens is encrypted by the keyring. */
  chainKeys: z.array(chainKey),
  /** The key of the chain that the next full backup begins. It is known before, because the log from the beginning of that backup is encrypted to it too. */
  nextKey: chainKey.nullable().default(null),
  /** The bank that this machine has. */
  system: z.string().nullable(),
  timeline: z.number().nullable(),
  lastFull: taken.nullable(),
  /** The newest since that full backup. */
  lastDifferential: taken.nullable().default(null),
  /** A full backup is needed before its time: the sheet or the log is another one. */
  fullWanted: z.boolean(),
  lastDrill: drillReport.nullable(),
})

/** What this machine knows of its backups. A person's choices and what only encrypts; nothing in it opens a backup without the keyring. */
export type BackupSettings = z.infer<typeof shape>

export const DEFAULT_KEEP_DAYS = 30

const fresh: BackupSettings = {
  format: 1,
  folder: null,
  keepDays: DEFAULT_KEEP_DAYS,
  sheet: null,
  wordsCheckedAt: null,
  chainKeys: [],
  nextKey: null,
  system: null,
  timeline: null,
  lastFull: null,
  lastDifferential: null,
  fullWanted: false,
  lastDrill: null,
}

/** The settings of the backups in a folder; changes come one after the other. */
export class KeptSettings {
  readonly #file: string
  #writing: Promise<unknown> = Promise.resolve()

  constructor(folder: string) {
    this.#file = join(folder, 'backup.json')
  }

  async read(): Promise<BackupSettings> {
    try {
      return shape.parse(JSON.parse(await readFile(this.#file, 'utf8')))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return fresh
      if (error instanceof SyntaxError || error instanceof z.ZodError)
        throw new BackupEnded('FILE_CORRUPTED', { file: this.#file })
      throw error
    }
  }

  change(to: (before: BackupSettings) => Partial<BackupSettings>): Promise<BackupSettings> {
    const changed = this.#writing
      .catch(() => {})
      .then(async () => {
        const before = await this.read()
        const after = { ...before, ...to(before) }
        await writeWhole(this.#file, `${JSON.stringify(after, null, 2)}\n`)
        return after
      })
    this.#writing = changed
    return changed
  }
}
