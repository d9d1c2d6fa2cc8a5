import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Backups } from '../../electron/backup/backups.ts'
import { type Identity, identityOfSheet } from '../../electron/backup/keys.ts'
import type { RestoreOrder } from '../../electron/backup/unpack-sound.ts'
import { dataFolderIn } from '../../electron/db/default-folders.ts'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import { TEMPLATE } from './cluster.ts'
import { openOwnServer, type OwnServer } from '../proof/own-server.ts'

/** Seals and says often, because a test waits for it. */
const QUICK = { sealEveryMs: 150, quietEveryMs: 400, retryMs: 150 }

export const NO_STEPS = () => {}
export const never = () => new AbortController().signal

/** A server of one's own with a branch, and its backups to a folder that is called a share. */
export type BackedUp = AsyncDisposable & {
  readonly server: OwnServer
  readonly backups: Backups
  readonly secret: Buffer
  readonly identity: Identity
  readonly folder: string
  /** For `corex --settings`. */
  readonly settingsFolder: string
  readonly dataFolder: string
  readonly share: string
  /** What the backups logged. */
  readonly logged: string[]
  /** What a restore of it needs, from another copy of the share where one is named. */
  readonly order: (until: Date | null, root?: string) => RestoreOrder
}

/**
 * `settingsFolder` for one on a small disk, `server` for settings of the server that a test wants otherwise, `isNamed` for one that has, beside the branch, a database
 * by the name under which the application finds it.
 */
type Surroundings = {
  readonly settingsFolder?: string
  readonly server?: Readonly<Record<string, string>>
  readonly isNamed?: boolean
}

export async function openBackedUp(around: Surroundings = {}): Promise<BackedUp> {
  const folder = await mkdtemp(join(tmpdir(), 'corex-backup-'))
  await chmod(folder, 0o711) // root's server runs as a system user, which passes through
  const share = join(folder, 'share')
  await mkdir(share)
  const settingsFolder = around.settingsFolder ?? join(folder, 'settings')
  const dataFolder = dataFolderIn(join(folder, 'settings'))
  const logged: string[] = []
  const log = (line: string) => void logged.push(line)
  const backups = new Backups({
    dataFolder,
    settingsFolder,
    secretBox: { encrypt: (text) => text, decrypt: (text) => text },
    log,
    pace: QUICK,
  })
  const server = await openOwnServer(dataFolder, backups.attend, around.server)
  // Otherwise half the data to copy and to check.
  await withClient(inDatabase(server.branch.database.admin, 'postgres'), (client) =>
    client.query(
      around.isNamed === true
        ? `ALTER DATABASE ${TEMPLATE} RENAME TO "${DATABASE_NAME}"`
        : `DROP DATABASE ${TEMPLATE}`,
    ),
  )
  const secret = randomBytes(32)
  const identity = identityOfSheet(secret)
  const order = (until: Date | null, root = share) => ({ root, until, identities: [identity], log })
  const dispose = async () => {
    await Promise.resolve(server[Symbol.asyncDispose]()).catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
  return {
    server,
    backups,
    secret,
    identity,
    folder,
    settingsFolder,
    dataFolder,
    share,
    logged,
    order,
    [Symbol.asyncDispose]: dispose,
  }
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

/** The files that hold one of the words as it is. */
export const filesWith = (folder: string, words: readonly string[]): string[] =>
  filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file)
    return words.some((word) => bytes.includes(word))
  })

/** What Debian's own programs list of a backup; `no age` where that one is not installed. */
export function listWithAge(file: string, keyFile: string): string {
  try {
    execFileSync('age', ['--version'])
  } catch {
    return 'no age'
  }
  const command = 'age -d -i "$1" "$2" | zstd -dc | tar t'
  return execFileSync('bash', ['-o', 'pipefail', '-c', command, 'list', keyFile, file], { encoding: 'utf8' })
}
