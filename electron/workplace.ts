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
import type { Result } from '../shared/result.ts'
import type { Database, OpenOptions } from './db/database.ts'
import type { DatabaseFault } from './db/fault.ts'
import type { DB } from './db/tables.ts'

export type SignedInUser = {
  readonly id: string
  readonly username: string
  readonly fullName: string
  readonly role: Role
}

/** One signed-in person at this workstation. `db` carries the session's token in every connection. */
export type ActiveSession = {
  readonly user: SignedInUser
  readonly db: Kysely<DB>
  /** Opens the branch's KYC files; only ever in memory. */
  readonly documentKey: Buffer
  readonly mustChangePassword: boolean
}

/** What the main process holds between calls. There is one of it, made by the composition root. */
export type Workplace = {
  readonly options: OpenOptions
  readonly emit: <E extends EventName>(event: E, payload: Events[E]) => void
  database: Database | null
  fault: DatabaseFault | null
  connected: boolean
  /** Settles when the database is no longer being opened or closed: see `reconnect`. */
  turning: Promise<void>
  /** Connections that nobody has signed in to: they can ask for a sign-in, and little else. */
  front: Kysely<DB> | null
  session: ActiveSession | null
  locked: boolean
}

/** What a use case of a signed-in person works with. */
export type SessionContext = ActiveSession & { readonly workplace: Workplace }

type ContextOf<N extends CallName> = Contract[N]['roles'] extends 'anyone' ? Workplace : SessionContext

/** The handler table `satisfies` this: a call without a handler does not compile. */
export type Handlers = {
  readonly [N in CallName]: (
    input: ParsedInput<N>,
    context: ContextOf<N>,
  ) => Promise<Result<CallOutput<N>, DeclaredError<N>>>
}

/** The type of one use case, by its area and verb, so that each file says what it answers and the table what it is called. */
export type UseCase<A extends string, V extends string> = Handlers[Extract<CallName, `${A}.${V}`>]
