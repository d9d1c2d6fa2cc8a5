import type { DatabaseWarning } from '../../shared/contract/database.ts'
import type { Connection } from './connection.ts'
import type { EmbeddedServer } from './embedded/start.ts'
import type { Attempt, DatabaseFault } from './fault.ts'
import type { MachinePolicy } from './machine-policy.ts'
import type { SchemaMark } from './schema-mark.ts'
import type { SecretBox } from './settings.ts'
import { type ConnectionState, watchConnection } from './watch.ts'

/** What a database is opened with. `log` gets lines for people, without secrets. */
export type OpenOptions = {
  /** Of the embedded server. */
  readonly dataFolder: string
  readonly settingsFolder: string
  readonly migrationsFolder: string
  readonly secretBox: SecretBox
  /** For people: the machine's name. */
  readonly workstationName: string
  /** COREX_DATABASE_URL, where it is set, takes precedence over the saved settings. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: (line: string) => void
  /** A step of the start is done; see electron/start-steps.ts. */
  readonly step?: (name: string) => void
  /** Leaves the window out of pictures of the screen, or not; absent where there is no window. */
  readonly protectWindow?: (isOn: boolean) => void
  /** What the bank sets for this computer; absent where nothing can be set, as in tests. */
  readonly policy?: () => Promise<Attempt<MachinePolicy | null>>
  /** Installed, and not run from its source. */
  readonly isPackaged?: boolean
  /** The start of the embedded server that was begun early; see begin-embedded.ts. */
  readonly begun?: () => Promise<Attempt<EmbeddedServer> | null>
  /** Looks after the embedded server beside its supervisor, from each of its starts on. */
  readonly attend?: (server: EmbeddedServer) => Attendant
  /** Where the embedded server is for other users of this computer too; see embedded/entrance.ts. */
  readonly entrance?: 'socket' | 'loopback'
  readonly port?: number
  /** The embedded server ended and did not come back, however often it was started. */
  readonly onGone?: () => void
}

/** What has to be done around the stop of a server that is attended. */
export type Attendant = { readonly stop: (stopServer: () => Promise<void>) => Promise<void> }

/** An open database: migrated, and reached by this workstation's own login. */
export type Database = {
  readonly kind: 'embedded' | 'server'
  /** The workstation's login, never an administrator's. */
  readonly connection: Connection
  readonly serverVersion: string
  /** The number that its cluster got when it was made. */
  readonly system: string
  /** Of a server of the bank; the embedded one is set up by this application. */
  readonly warnings: readonly DatabaseWarning[]
  /** Calls back whenever the server is lost; the application then reconnects by itself, and restarts an embedded server. */
  readonly onLost: (listener: (fault: DatabaseFault) => void) => void
  /** Calls back when a lost server answers again. */
  readonly onRegained: (listener: () => void) => void
  /** Calls back when something was proposed or decided, at whichever workstation. What was missed while the server was lost is not told. */
  readonly onApprovals: (listener: () => void) => void
  /** Calls back when a job was asked for or went on, at whichever workstation. */
  readonly onJobs: (listener: (what: 'due' | 'progress') => void) => void
  /** Calls back when somebody's sessions were ended, at whichever workstation. */
  readonly onSessions: (listener: () => void) => void
  /** Calls back with what the database says of its schema, each time that it is asked, and with what it said last. */
  readonly onSchema: (listener: (mark: SchemaMark) => void) => void
  /** Checks now instead of at the next interval. */
  readonly lookNow: () => void
  /** Whether the server answers now; one that does not is reported as lost, within two seconds. */
  readonly answers: () => Promise<boolean>
  /** Whether something that this workstation did waits too long for the standby that keeps the second copy. */
  readonly waitsForCopy: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Joins a prepared connection, its watch and what has to be closed after it into one. */
export function databaseOver(
  kind: Database['kind'],
  connection: Connection,
  { serverVersion, system, warnings }: Pick<Database, 'serverVersion' | 'system' | 'warnings'>,
  closeServer: () => Promise<void>,
): Database {
  const lostListeners: Array<(fault: DatabaseFault) => void> = []
  const regainedListeners: Array<() => void> = []
  const approvalListeners: Array<() => void> = []
  const jobListeners: Array<(what: 'due' | 'progress') => void> = []
  const sessionListeners: Array<() => void> = []
  const schemaListeners: Array<(mark: SchemaMark) => void> = []
  let wasLost = false
  const onChange = (state: ConnectionState) => {
    if (!state.up) for (const tell of lostListeners) tell(state.fault)
    else if (wasLost) for (const tell of regainedListeners) tell()
    wasLost = !state.up
  }
  const onApprovals = () => {
    for (const tell of approvalListeners) tell()
  }
  const onJobs = (what: 'due' | 'progress') => {
    for (const tell of jobListeners) tell(what)
  }
  const onSessions = () => {
    for (const tell of sessionListeners) tell()
  }
  let lastMark: SchemaMark | undefined
  const onSchema = (mark: SchemaMark) => {
    lastMark = mark
    for (const tell of schemaListeners) tell(mark)
  }
  const watch = watchConnection(connection, { onChange, onApprovals, onJobs, onSessions, onSchema })
  const close = async () => {
    await watch.stop()
    await closeServer()
  }
  return {
    kind,
    connection,
    serverVersion,
    system,
    warnings,
    onLost: (listener) => void lostListeners.push(listener),
    onRegained: (listener) => void regainedListeners.push(listener),
    onApprovals: (listener) => void approvalListeners.push(listener),
    onJobs: (listener) => void jobListeners.push(listener),
    onSessions: (listener) => void sessionListeners.push(listener),
    onSchema: (listener) => {
      // The first answer comes before anybody listens.
      if (lastMark !== undefined) listener(lastMark)
      schemaListeners.push(listener)
    },
    lookNow: watch.lookNow,
    answers: watch.answers,
    waitsForCopy: watch.waitsForCopy,
    close,
  }
}
