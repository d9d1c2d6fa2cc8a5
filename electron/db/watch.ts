import { setImmediate as turn, setTimeout as after } from 'node:timers/promises'
import type { Client } from 'pg'
import { atMostEvery } from './at-most-every.ts'
import type { Connection } from './connection.ts'
import { type DatabaseFault, faultOf } from './fault.ts'
import { Pause } from '../pause.ts'
import { readSchemaMark, type SchemaMark } from './schema-mark.ts'
import { clientFor } from './proven-client.ts'

/** Whether the server answers, or why it does not. */
export type ConnectionState = { readonly up: true } | { readonly up: false; readonly fault: DatabaseFault }

export type Watch = {
  readonly stop: () => Promise<void>
  /** Checks now instead of at the next interval: for a computer that has just woken from sleep. */
  readonly lookNow: () => void
  /** Whether the server answers now. One that does not within a second and a half is lost, and reported as such. */
  readonly answers: () => Promise<boolean>
  /** Whether something that this workstation did waits too long for the standby that keeps the second copy. */
  readonly waitsForCopy: () => Promise<boolean>
}

const POLL_EVERY_MS = 5_000
const ANSWER_LIMIT_MS = 5_000
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5_000
const PROMPT_ANSWER_MS = 1_500
/** A standby that is there confirms within some milliseconds. A login sees the waits of its own connections. */
const WAITS_FOR_COPY = `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE usename = session_user AND wait_event = 'SyncRep'
  AND clock_timestamp() - state_change > '4 seconds') AS waits`
/** Anybody with a login may notify: more often than this nothing is asked again. */
const TELL_EVERY_MS = 300

type Told = {
  /** The server is lost or back, or the login that it asked was closed; the first call reports the first result. */
  readonly onChange: (state: ConnectionState) => void
  /** Something was proposed or decided, by anybody at any workstation. */
  readonly onApprovals: () => void
  /** A job was asked for: `due`; or one went on: `progress`. */
  readonly onJobs: (what: 'due' | 'progress') => void
  /** Somebody's sessions were ended, at any workstation. */
  readonly onSessions: () => void
  /** Which schema it is, each time that the server answers. */
  readonly onSchema: (mark: SchemaMark) => void
}

/**
 * Queries the server regularly over a connection of its own and tells each time it is lost or back. It retries without end, with
 * growing pauses, of several servers the one that takes changes then. A server that ends is noticed at once, and so are proposals, decisions, jobs, ended sessions and an
 * upgrade: the same connection listens to them.
 */
export function watchConnection(connection: Connection, told: Told): Watch {
  const { onChange, onSchema } = told
  const self = {
    stopped: false,
    known: undefined as string | undefined,
    client: null as Client | null,
    retryMs: FIRST_RETRY_MS,
  }
  const telling = (act: () => void) =>
    atMostEvery(TELL_EVERY_MS, () => {
      if (!self.stopped) act()
    })
  const tell = channelsOf(told, telling, () => pause.wake())
  const report = (state: ConnectionState) => {
    const now = state.up ? 'up' : state.fault.code
    if (self.stopped || self.known === now) return
    self.known = now
    onChange(state)
  }
  const pause = new Pause()
  /** A wake before it counts for nothing: a server that ends again and again would be tried without a pause. */
  const rest = (ms: number) => {
    pause.begin()
    return pause.rest(ms)
  }

  const pollUntilLost = async (): Promise<DatabaseFault | null> => {
    const isLost = self.known !== undefined && self.known !== 'up'
    const found = isLost ? await connection.route?.find() : undefined
    if (found?.ok === false) return found.error
    const limits = { connectionTimeoutMillis: ANSWER_LIMIT_MS, query_timeout: ANSWER_LIMIT_MS }
    const client = clientFor(connection, { ...limits, application_name: 'corex heartbeat' })
    const broken: Error[] = []
    client.on('error', (error) => {
      broken.push(error)
      pause.wake()
    })
    try {
      client.on('notification', ({ channel }) => tell[channel]?.())
      await client.connect()
      await connection.route?.admit(client)
      await client.query(
        Object.keys(tell)
          .map((channel) => `LISTEN ${channel}`)
          .join(';'),
      )
      self.client = client
      while (!self.stopped && broken.length === 0) {
        const mark = await readSchemaMark(client)
        self.retryMs = FIRST_RETRY_MS
        report({ up: true })
        if (mark !== null && !self.stopped) onSchema(mark)
        if (broken.length === 0) await rest(POLL_EVERY_MS)
      }
      return faultOf(broken[0])
    } catch (error) {
      return faultOf(error)
    } finally {
      self.client = null
      // Not awaited: the end of a connection that no longer answers may never come.
      client.end().catch(() => {})
    }
  }

  const watch = async () => {
    while (!self.stopped) {
      const fault = await pollUntilLost()
      report({ up: false, fault: fault ?? { code: 'SERVER_UNREACHABLE' } })
      if (self.stopped) return
      await rest(self.retryMs)
      self.retryMs = Math.min(self.retryMs * 2, LAST_RETRY_MS)
    }
  }

  const over = watch()
  const stop = () => {
    self.stopped = true
    pause.wake()
    return over
  }
  const answers = async () => {
    const { client } = self
    if (client === null || self.stopped) return self.known === undefined || self.known === 'up'
    if (await answersPromptly(client)) return true
    client.connection.stream.destroy(new Error('The server did not answer: timeout'))
    report({ up: false, fault: { code: 'SERVER_UNREACHABLE' } })
    return false
  }
  const waitsForCopy = async () => {
    const asked = await self.client?.query<{ waits: boolean }>(WAITS_FOR_COPY).catch(() => null)
    return asked?.rows[0]?.waits === true
  }
  return { stop, lookNow: () => pause.wake(), answers, waitsForCopy }
}

/** What is listened to, and what each of it leads to. */
const channelsOf = (
  { onApprovals, onJobs, onSessions }: Told,
  telling: (act: () => void) => () => void,
  look: () => void,
): Readonly<Record<string, () => void>> => ({
  corex_approvals: telling(onApprovals),
  corex_jobs: telling(() => onJobs('due')),
  corex_job_progress: telling(() => onJobs('progress')),
  corex_sessions: telling(onSessions),
  corex_schema: telling(look),
})

/** A connection that breaks is no silence: its calls learn it by themselves. */
function answersPromptly(client: Client): Promise<boolean> {
  const answered = client.query('SELECT 1').then(
    () => true,
    () => true,
  )
  // After a time in which this process was held up itself, an answer that has come counts more than the clock.
  const silent = after(PROMPT_ANSWER_MS)
    .then(turn)
    .then(() => false)
  return Promise.race([answered, silent])
}
