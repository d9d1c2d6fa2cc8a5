import type { Kysely } from 'kysely'
import type {
  CallName,
  Contract,
  DeclaredError,
  CallOutput,
  EventName,
  Events,
  ParsedInput,
} from '../shared/contract.ts'
import type { Role } from '../shared/contract/define.ts'
import type { EndedBecause } from '../shared/contract/sessions.ts'
import type { Result } from '../shared/result.ts'
import type { Backups } from './backup/backups.ts'
import type { Database, OpenOptions } from './db/database.ts'
import type { DatabaseFault } from './db/fault.ts'
import type { DB } from './db/tables.ts'
import type { CallTimes } from './call-times.ts'
import type { Scheduler } from './jobs/scheduler.ts'
import type { PreparedFiles } from './prepared-files.ts'
import type { Letters } from './print/fonts/open-letters.ts'
import type { Printers } from './printers/open-printers.ts'
import type { Scanners } from './scanners/open-scanners.ts'
import type { Studio } from './studio/open-studio.ts'
import type { VaultKey } from './wrapped-key.ts'

export type SignedInUser = {
  readonly id: string
  readonly username: string
  readonly fullName: string
  readonly role: Role
}

/** The vault key in use, those before it that files still need, and the key by which files are recognised. */
export type VaultKeys = VaultKey & {
  readonly older: ReadonlyMap<number, Buffer>
  readonly hashKey: Buffer
}

/** What opens the documents for the signed-in person; kept in memory only. */
export type Vault = {
  /** Derived from the password: opens the vault key that is wrapped for this person, also a later one. Null: their key did not open. */
  readonly secret: Buffer | null
  keys: VaultKeys | null
  /** A recovery sheet that was made and not read back yet. */
  sheet?: { readonly secret: Buffer; readonly approvalId: string | null }
}

/** One signed-in person at this workstation. Every connection of `db` carries the session's token. */
export type ActiveSession = {
  readonly user: SignedInUser
  /** By which the database knows it; in the memory of this process only. */
  readonly token: string
  readonly db: Kysely<DB>
  readonly vault: Vault
  /** What the files that were chosen last became; gone with the session. */
  readonly prepared: PreparedFiles
  readonly mustChangePassword: boolean
  /** What the sign-in still waits for after the password: a code, or the setting up of a device. */
  readonly awaits: 'CODE' | 'ENROLMENT' | null
}

/** The state that the main process keeps between calls. main.ts makes the only one. */
export type Workplace = {
  readonly options: OpenOptions
  /** Decodes, draws and reads what people hand in, in a process of its own. */
  readonly studio: Studio
  /** The scanners that this workstation reaches. */
  readonly scanners: Scanners
  /** The fonts by which papers are printed. */
  readonly letters: Letters
  /** The printers that this workstation reaches. */
  readonly printers: Printers
  /** The backups of the embedded server. */
  readonly backups: Backups
  /** How long the calls of this workstation take. */
  readonly callTimes: CallTimes
  readonly emit: <E extends EventName>(event: E, payload: Events[E]) => void
  /** Ends this program and starts it again, as the version that this computer has by then. */
  readonly restart: () => void
  database: Database | null
  fault: DatabaseFault | null
  connected: boolean
  /** Whether the computer has another version of this program by now than the one that runs. */
  readonly isOtherInstalled: () => Promise<boolean>
  /** What has become of the schema since the database was opened, and of the program on the disk. */
  upgrade: 'MOVED' | 'OUTGROWN' | 'INSTALLED' | null
  /** Settles when the last change of database has ended: see `serialize` in services/database/connect.ts. */
  databaseChange: Promise<void>
  /** Connections without a session: they can sign a user in, and little else. */
  anonymousDb: Kysely<DB> | null
  /** Asks for the jobs that are due, while a database is open. */
  scheduler: Scheduler | null
  session: ActiveSession | null
  locked: boolean
  /** Its person is signing in again: the database has ended the session from before the lock by then, which is no loss. */
  unlocking: boolean
  /** The session whose person is taking pictures: nobody else's window opens a camera. */
  cameraFor: ActiveSession | null
  /** Why the last session ended without its person's doing; null while somebody is signed in or after signing out. */
  endedBecause: EndedBecause | null
  /** Keys of intents that were noted on the disk, with the load of the page that waits for their answer, or did. */
  readonly waitedFor: Map<string, string>
}

/** The context of a use case for a signed-in person. */
export type SessionContext = ActiveSession & { readonly workplace: Workplace }

type ContextOf<N extends CallName> = Contract[N]['roles'] extends 'anyone' ? Workplace : SessionContext

/** The handler table `satisfies` this: a call without a handler does not compile. */
export type Handlers = {
  readonly [N in CallName]: (
    input: ParsedInput<N>,
    context: ContextOf<N>,
  ) => Promise<Result<CallOutput<N>, DeclaredError<N>>>
}

/** The type of one use case, by area and verb: `UseCase<'tills', 'open'>`. */
export type UseCase<A extends string, V extends string> = Handlers[Extract<CallName, `${A}.${V}`>]
