import { setTimeout as pause } from 'node:timers/promises'
import { ok } from '../../shared/result.ts'
import { inDatabase, withClient } from './admin.ts'
import { addressOf, type Connection, placeAddressOf, placesOf } from './connection.ts'
import { attempt, type Attempt, type DatabaseFault, fault } from './fault.ts'
import {
  type Expected,
  expectKnown,
  type KnownOptions,
  rememberServer,
  withKey,
  withoutKey,
} from './known-server.ts'
import { type Standing, standingOf } from './server-identity.ts'

/** A machine that is gone does not answer at all. */
const LOOK_LIMIT_MS = 3_000
/** For a second one that takes changes too, on a newer time line: the first may be the one that was replaced. */
const OTHERS_LIMIT_MS = 1_000

/** A server that takes changes, and what it is. */
export type Primary = Standing & { readonly connection: Connection }

/**
 * Looks at all servers of a database at once, and finds the one that takes changes: of several, the one on the newest time line. A server that
 * was killed and comes back takes changes too, on the time line of before; it is refused as SERVER_BEHIND. While none takes any: SERVER_STANDBY.
 */
export async function findPrimary(
  connection: Connection,
  expected: Expected,
  options: KnownOptions,
): Promise<Attempt<Primary>> {
  const seen = await lookAtAll(connection, expected, options)
  const faults = seen.flatMap((each) => (each.ok ? [] : [each.error]))
  const primaries = seen.flatMap((each) => (each.ok ? [each.value] : []))
  for (const primary of primaries.toSorted((a, b) => b.timeline - a.timeline)) {
    const remembered = await rememberServer(primary.connection, primary, expected, options)
    if (remembered.ok) return ok({ ...primary, connection: withKey(primary.connection, primary.identity) })
    faults.unshift(remembered.error)
  }
  const { code, details } = worst(faults)
  return fault(code, { ...details, address: addressOf(connection) })
}

/** The same for a test of a connection, which remembers nothing. */
export async function seePrimary(connection: Connection): Promise<Attempt<Connection>> {
  const seen = await lookAtAll(connection, 'change', null)
  const primaries = seen.flatMap((each) => (each.ok ? [each.value] : []))
  const [newest] = primaries.toSorted((a, b) => b.timeline - a.timeline)
  if (newest !== undefined) return ok(newest.connection)
  const { code, details } = worst(seen.flatMap((each) => (each.ok ? [] : [each.error])))
  return fault(code, { ...details, address: addressOf(connection) })
}

async function lookAtAll(connection: Connection, expected: Expected, options: KnownOptions | null) {
  const seen: Attempt<Primary>[] = []
  const first = Promise.withResolvers<void>()
  const looks = placesOf(connection).map(async (place) => {
    const found = await lookAt({ ...withoutKey(connection), ...place }, expected, options)
    seen.push(found)
    if (found.ok) first.resolve()
  })
  await Promise.race([Promise.all(looks), first.promise.then(() => pause(OTHERS_LIMIT_MS))])
  return seen
}

async function lookAt(
  connection: Connection,
  expected: Expected,
  options: KnownOptions | null,
): Promise<Attempt<Primary>> {
  const known =
    expected === 'known' && options !== null ? await expectKnown(connection, options) : ok(connection)
  if (!known.ok) return known
  const standing = await ask(known.value)
  // An administrator's login sets up a database that is not there yet.
  const found =
    standing.ok || standing.error.code !== 'DATABASE_MISSING'
      ? standing
      : await ask(inDatabase(known.value, 'postgres'))
  if (!found.ok) return standing.ok ? found : standing
  return ok({ ...found.value, connection: known.value })
}

const ask = (connection: Connection): Promise<Attempt<Standing>> =>
  attempt(
    () =>
      withClient(connection, standingOf, {
        connectionTimeoutMillis: LOOK_LIMIT_MS,
        query_timeout: LOOK_LIMIT_MS,
      }),
    { address: placeAddressOf(connection), user: connection.user },
  )

const rankOf = ({ code }: DatabaseFault): number =>
  code === 'SERVER_UNREACHABLE' ? 2 : code === 'SERVER_STANDBY' ? 1 : 0

/** The fault that somebody can do something about; only that no server takes changes says more than that none answers. */
function worst(faults: readonly DatabaseFault[]): DatabaseFault {
  return faults.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? { code: 'SERVER_UNREACHABLE' }
}
