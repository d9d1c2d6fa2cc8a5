import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput, Envelope } from '../../shared/contract.ts'
import { Backups } from '../../electron/backup/backups.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import type { Vault, Workplace } from '../../electron/workplace.ts'
import { openLetters } from '../../electron/print/fonts/open-letters.ts'
import { drawBy } from '../../electron/printers/draw-by.ts'
import { openPrinters } from '../../electron/printers/open-printers.ts'
import { openScanners } from '../../electron/scanners/open-scanners.ts'
import { CallTimes } from '../../electron/call-times.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { makeVaultKey, unwrapVaultKey, wrapVaultKey } from '../../electron/services/sessions/key-ring.ts'
import { firstHashKey } from '../../electron/crypto.ts'
import type { VaultKey } from '../../electron/wrapped-key.ts'
import type { StaffName, TestBranch } from './branch.ts'
import { noPreparedFiles } from '../../electron/prepared-files.ts'
import { MIGRATIONS } from './cluster.ts'
import type { TestDatabase } from './database.ts'
import { QUICK_PRINT_LIMITS } from './print-limits.ts'
import { QUICK_LIMITS } from './scan-limits.ts'
import { testStudio } from './studio.ts'
import { PASSWORD, type TestUser } from './users.ts'

/** The main process of a workstation of a branch, as the composition root makes it, without a window. */
export type TestWorkplace = {
  readonly branch: TestBranch
  /** What the main process holds between calls. */
  readonly state: Workplace
  /** What was logged: bugs show here. */
  readonly logged: string[]
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Envelope<N>>
  /** The value of a call that is not expected to be refused. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  /** Gives the workplace a user's session, without the quarter of a second that signing in takes. */
  readonly become: (user: TestUser) => void
  /** The workplace with that member of the staff signed in. */
  readonly as: (name: StaffName) => TestWorkplace
  readonly close: () => Promise<void>
}

/** Letters of a few names in Chinese, Korean, Japanese, Thai and scripts of India: what is not in them no font of the tests draws. */
const TEST_FONTS = [join(import.meta.dirname, '..', 'print', 'fonts')]

export function createWorkplace(
  branch: TestBranch,
  vaultKey: VaultKey = makeVaultKey(),
  secret: Buffer | null = null,
): TestWorkplace {
  const logged: string[] = []
  const { database } = branch
  const connection = database.workstation(1)
  const studio = testStudio()
  const letters = openLetters(TEST_FONTS)
  const settingsFolder = join(tmpdir(), `corex-settings-${database.name}`)
  const state: Workplace = {
    options: {
      dataFolder: join(tmpdir(), 'corex-no-embedded-server'),
      settingsFolder,
      migrationsFolder: MIGRATIONS,
      secretBox: { encrypt: (text) => text, decrypt: (text) => text },
      workstationName: 'NORD-03',
      env: {},
      log: (line) => logged.push(line),
    },
    studio,
    letters,
    printers: openPrinters(settingsFolder, QUICK_PRINT_LIMITS, drawBy(studio, letters), process.env, null),
    scanners: openScanners(settingsFolder, QUICK_LIMITS, process.env, () => []),
    backups: new Backups({ ...NO_BACKUPS, settingsFolder }),
    callTimes: new CallTimes(),
    emit: () => {},
    restart: () => {},
    isOtherInstalled: async () => false,
    database: {
      kind: 'server',
      connection,
      serverVersion: '18',
      system: '7000000000000000000',
      warnings: [],
      onLost: () => {},
      onRegained: () => {},
      onApprovals: () => {},
      onJobs: () => {},
      onSessions: () => {},
      onSchema: () => {},
      lookNow: () => {},
      answers: async () => true,
      waitsForCopy: async () => false,
      close: async () => {},
    },
    fault: null,
    connected: true,
    upgrade: null,
    databaseChange: Promise.resolve(),
    anonymousDb: createDb(createPool(connection, null)),
    scheduler: null,
    session: null,
    locked: false,
    unlocking: false,
    cameraFor: null,
    endedBecause: null,
    waitedFor: new Map(),
  }
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => dispatch(state, name, input)
  const workplace: TestWorkplace = {
    branch,
    state,
    logged,
    ask,
    call: async (name, input) => {
      const answer = await ask(name, input)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)} ${logged.join('\n')}`)
      return answer.value
    },
    become: ({ id, username, role, token }) => {
      state.locked = false
      state.endedBecause = null
      state.session = {
        user: { id, username, fullName: username, role },
        token,
        db: createDb(database.pool(token)),
        vault: secret === null ? knownVault(vaultKey) : { secret: Buffer.from(secret), keys: null },
        prepared: noPreparedFiles(),
        mustChangePassword: false,
        awaits: null,
      }
    },
    as: (name) => {
      workplace.become(branch.staff[name])
      return workplace
    },
    close: async () => {
      studio.close()
      await state.anonymousDb?.destroy()
      await rm(settingsFolder, { recursive: true, force: true })
    },
  }
  return workplace
}

/** Of people who have no key in the database. */
const knownVault = ({ generation, key }: VaultKey): Vault => ({
  secret: null,
  keys: { generation, key, older: new Map(), hashKey: firstHashKey(key) },
})

/** Of a workplace whose server is the bank's own. */
export const NO_BACKUPS = {
  dataFolder: join(tmpdir(), 'corex-no-embedded-server'),
  secretBox: { encrypt: (text: string) => text, decrypt: (text: string) => text },
  log: () => {},
}

/** A vault key with what PASSWORD opens it by. */
type KnownKey = { readonly vaultKey: VaultKey; readonly wrapped: Buffer; readonly secret: Buffer }

async function makeKey(): Promise<KnownKey> {
  const vaultKey = makeVaultKey()
  const wrapped = await wrapVaultKey(vaultKey, PASSWORD)
  return { vaultKey, wrapped, secret: (await unwrapVaultKey(wrapped, PASSWORD)).secret }
}

let known: Promise<KnownKey> | undefined
/** One for all files of this process: to make one takes a fifth of a second. */
const sharedKey = () => (known ??= makeKey())

/** Lets PASSWORD open the bank's vault key for every user of a database; answers the key. */
export async function giveKeys(database: TestDatabase): Promise<KnownKey> {
  const key = await sharedKey()
  await database.superuser.query(
    `INSERT INTO user_keys (user_id, wrapped_key) SELECT id, $1 FROM users
     ON CONFLICT (user_id) DO UPDATE SET wrapped_key = excluded.wrapped_key`,
    [key.wrapped],
  )
  return key
}
