import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SecretBox } from '../db/settings.ts'
import type { AttendedServer } from './attended-server.ts'
import { BackupEnded } from './backup-fault.ts'
import type { BackupSettings, KeptSettings } from './backup-settings.ts'
import { nextChainKey, openChainKeys, recipientsOfLog, withChainKey } from './chain-keys.ts'
import { runCopy } from './copy-run.ts'
import type { Identity } from './keys.ts'
import { type About, type Chain, type Copy, COPY_FILES, fullsOf } from './layout.ts'
import type { OnStep } from './steps.ts'
import { retain } from './retain.ts'

type Run = { readonly onStep: OnStep; readonly signal: AbortSignal }

/** Takes full and differential backups of a server, and removes what is kept no longer. */
export class Copies {
  readonly #settings: KeptSettings
  readonly #box: SecretBox | null

  constructor(settings: KeptSettings, box: SecretBox | null) {
    this.#settings = settings
    this.#box = box
  }

  /** Where backups go and to which sheet they are encrypted, or NOT_SET_UP. */
  async place(): Promise<BackupSettings & { folder: string; sheet: string }> {
    const settings = await this.#settings.read()
    const { folder, sheet } = settings
    if (folder === null || sheet === null) throw new BackupEnded('NOT_SET_UP')
    return { ...settings, folder, sheet }
  }

  async identities(): Promise<Identity[]> {
    return this.#box === null ? [] : openChainKeys(await this.#settings.read(), this.#box)
  }

  /** From its beginning on the log is encrypted to its keys too, so that whoever opens it opens what it needs of the log. */
  async takeFull(site: AttendedServer, { onStep, signal }: Run): Promise<About> {
    const { admin, chain } = site
    const { folder: root, sheet, keepDays } = await this.place()
    await site.makeBankFolder(root)
    const key = await nextChainKey(this.#settings, this.#box)
    const recipients = [sheet, ...(key === null ? [] : [key])]
    site.encryptTo([sheet, ...recipientsOfLog(await this.#settings.read())])
    const order = {
      connection: admin,
      root,
      chain,
      recipients,
      superuserPassword: admin.password,
      base: null,
    }
    const { about, taken } = await runCopy(order, onStep, signal)
    await this.#settings.change((before) => withChainKey(before, key, taken))
    site.encryptTo(recipients)
    await retain(root, chain, keepDays, new Date())
    return about
  }

  /** Copies what changed since the newest full backup, for whoever opens that one. NO_BASIS where it has to be a full one again. */
  async takeDifferential(site: AttendedServer, { onStep, signal }: Run): Promise<About> {
    const { admin, chain } = site
    const { folder: root, keepDays } = await this.place()
    const full = await newestFull(root, chain)
    const base = { full, identities: await this.identities() }
    const { recipients } = full
    const order = { connection: admin, root, chain, recipients, superuserPassword: admin.password, base }
    const { about, taken } = await runCopy(order, onStep, signal)
    await this.#settings.change(() => ({ lastDifferential: taken }))
    await retain(root, chain, keepDays, new Date())
    return about
  }
}

/** The full backup that the next differential one rests on: all of its files have to be there. */
async function newestFull(root: string, chain: Chain): Promise<Copy> {
  await stat(root)
  const full = (await fullsOf(root, chain)).at(-1)
  if (full === undefined) throw new BackupEnded('NO_BASIS', { folder: root })
  for (const name of ['base', 'manifest', 'secret'] as const) {
    const file = join(full.folder, COPY_FILES[name])
    if ((await sizeIn(file)) !== full.files[name].bytes) throw new BackupEnded('NO_BASIS', { file })
  }
  return full
}

const sizeIn = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    () => null,
  )
