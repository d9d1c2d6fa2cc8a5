import { ok } from '../../shared/result.ts'
import { withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import type { OpenOptions } from './database.ts'
import { attempt, type Attempt, fault } from './fault.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Between two clocks that are both right, and between a record and the moment it is read: time zones do not count here. */
const TOLERANCE_MS = DAY_MS
/** A branch that nobody has worked in for longer has more likely a wrong clock. */
const LONGEST_SILENCE_MS = 400 * DAY_MS

type Clock = { readonly server: Date; readonly newest: Date | null }

/**
 * Refuses to work by a clock that is wrong (CLOCK_WRONG, with the times as details): a business day and the order of the audit log
 * depend on it. The server's is compared with this computer's, and with the newest record. That a server's clock is
 * right although the records say otherwise, whoever looks after it confirms by its date in COREX_CLOCK_CONFIRMED.
 */
export async function checkClock(
  connection: Connection,
  { env }: Pick<OpenOptions, 'env'>,
  now: number = Date.now(),
): Promise<Attempt<void>> {
  const asked = await attempt(() =>
    withClient(connection, (client) => client.query<Clock>('SELECT * FROM corex.database_clock()')),
  )
  if (!asked.ok) return asked
  const [clock] = asked.value.rows
  if (clock === undefined || isPlausible(clock, now, env['COREX_CLOCK_CONFIRMED'])) return ok(undefined)
  return fault('CLOCK_WRONG', {
    computerClock: forPeople(new Date(now)),
    serverClock: forPeople(clock.server),
    newestRecord: clock.newest === null ? '' : forPeople(clock.newest),
  })
}

/** In UTC, because no branch's time zone is known before the database is open. */
const forPeople = (moment: Date): string => `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** Whether the three times fit together. `confirmed` is a date in UTC (2026-11-26) on which the server's clock was looked at. */
export function isPlausible({ server, newest }: Clock, now: number, confirmed: string | undefined): boolean {
  if (Math.abs(server.getTime() - now) > TOLERANCE_MS) return false
  if (newest === null || confirmed === server.toISOString().slice(0, 10)) return true
  const since = server.getTime() - newest.getTime()
  return since > -TOLERANCE_MS && since < LONGEST_SILENCE_MS
}
