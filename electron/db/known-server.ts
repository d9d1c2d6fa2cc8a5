import { ok } from '../../shared/result.ts'
import { type Connection, placeAddressOf, placesOf } from './connection.ts'
import type { OpenOptions } from './database.ts'
import { type Attempt, fault } from './fault.ts'
import type { ServerIdentity, Standing } from './server-identity.ts'
import { readSettings, type Settings, writeSettings } from './settings.ts'

export type KnownOptions = Pick<OpenOptions, 'settingsFolder' | 'env' | 'log'>

/**
 * Whether a server has to be the one that was first used at its address. `change` is for somebody who may choose another:
 * an administrator, or anybody before this workstation is set up.
 */
export type Expected = 'known' | 'change'

/** The connection with the key that its server is remembered by, so that no other one is told anything. */
export async function expectKnown(
  connection: Connection,
  options: KnownOptions,
): Promise<Attempt<Connection>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const known = settings.value.identities[placeAddressOf(connection)]
  if (known === undefined) return ok(connection)
  if (connection.tls === 'off') {
    const wasEncrypted = known.key !== null
    return wasEncrypted ? fault('SERVER_CHANGED', { address: placeAddressOf(connection) }) : ok(connection)
  }
  const accepted = acceptedBy(options.env).find((text) => /^[0-9a-f]{64}$/.test(text))
  return ok(withKey(connection, { key: accepted ?? known.key }))
}

/** The connection, with a key that its server must have. */
export function withKey(connection: Connection, { key }: Pick<ServerIdentity, 'key'>): Connection {
  const { tls } = connection
  return tls === 'off' || key === null ? connection : { ...connection, tls: { ...tls, key } }
}

/** The connection without the key that one server is remembered by. */
export const withoutKey = (connection: Connection) => ({
  ...connection,
  tls: connection.tls === 'off' ? ('off' as const) : { ca: connection.tls.ca },
})

/**
 * Remembers what answered, or refuses it where another server is known at that address, or the other servers of the list are another cluster:
 * SERVER_CHANGED; and where it has not what its cluster had when this workstation last worked with it: SERVER_BEHIND. Both tell what was found.
 * COREX_SERVER_IDENTITY, which whoever looks after the computer sets, accepts exactly what stands in it.
 */
export async function rememberServer(
  connection: Connection,
  found: Standing,
  expected: Expected,
  options: KnownOptions,
): Promise<Attempt<void>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const { identity, timeline } = found
  const address = placeAddressOf(connection)
  const { identities, timelines } = settings.value
  const known = identities[address]
  const isRemembered = known?.system === identity.system && known.key === identity.key
  const newest = timelines[identity.system] ?? 0
  if (isRemembered && newest === timeline) return ok(undefined)
  const accepted = acceptedBy(options.env)
  const isOther = !isExpected(known ?? siblingOf(connection, identities), identity, accepted)
  if (expected === 'known' && isOther)
    return fault('SERVER_CHANGED', { address, found: `${identity.key ?? ''} ${identity.system}`.trim() })
  const behind = `${identity.system}@${timeline}`
  if (timeline < newest && !accepted.includes(behind))
    return fault('SERVER_BEHIND', { address, found: behind })
  options.log(`The server at ${address} is known from now on as ${JSON.stringify({ ...identity, timeline })}`)
  return writeSettings(options.settingsFolder, {
    ...settings.value,
    identities: { ...identities, [address]: identity },
    timelines: { ...timelines, [identity.system]: timeline },
  })
}

type Known = { readonly system: string; readonly key: string | null }

/** What is known of the other servers in the list tells the cluster of a new one; its key is its own. */
function siblingOf(connection: Connection, identities: Settings['identities']): Known | undefined {
  const others = placesOf(connection).map((place) => identities[placeAddressOf({ ...connection, ...place })])
  const known = others.find((other) => other !== undefined)
  return known === undefined ? undefined : { system: known.system, key: null }
}

function isExpected(known: Known | undefined, found: ServerIdentity, accepted: readonly string[]): boolean {
  if (known === undefined) return true
  const isAccepted = (part: 'system' | 'key') =>
    known[part] === found[part] || known[part] === null || accepted.includes(found[part] ?? '')
  return isAccepted('system') && isAccepted('key')
}

const acceptedBy = (env: KnownOptions['env']): string[] =>
  (env['COREX_SERVER_IDENTITY'] ?? '').split(/[\s,]+/).filter((text) => text !== '')
