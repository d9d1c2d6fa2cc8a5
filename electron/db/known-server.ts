import { ok } from '../../shared/result.ts'
import { addressOf, type Connection } from './connection.ts'
import type { OpenOptions } from './database.ts'
import { type Attempt, fault } from './fault.ts'
import type { ServerIdentity } from './server-identity.ts'
import { readSettings, writeSettings } from './settings.ts'

type Options = Pick<OpenOptions, 'settingsFolder' | 'env' | 'log'>

/**
 * Whether a server has to be the one that was first used at its address. `change` is for somebody who may choose another:
 * an administrator, or anybody before this workstation is set up.
 */
export type Expected = 'known' | 'change'

/** The connection with the key that its server is remembered by, so that no other one is told anything. */
export async function expectKnown(connection: Connection, options: Options): Promise<Attempt<Connection>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const known = settings.value.identities[addressOf(connection)]
  if (known === undefined) return ok(connection)
  if (connection.tls === 'off') {
    const wasEncrypted = known.key !== null
    return wasEncrypted ? fault('SERVER_CHANGED', { address: addressOf(connection) }) : ok(connection)
  }
  const accepted = acceptedBy(options.env).find((text) => /^[0-9a-f]{64}$/.test(text))
  return ok(withKey(connection, { key: accepted ?? known.key }))
}

/** The connection, with a key that its server must have. */
export function withKey(connection: Connection, { key }: Pick<ServerIdentity, 'key'>): Connection {
  const { tls } = connection
  return tls === 'off' || key === null ? connection : { ...connection, tls: { ...tls, key } }
}

/**
 * Remembers what answered, or refuses it where another server is known at that address: SERVER_CHANGED, with what was
 * found. COREX_SERVER_IDENTITY, which whoever looks after the computer sets, accepts exactly the fingerprint and number in it.
 */
export async function rememberServer(
  connection: Connection,
  found: ServerIdentity,
  expected: Expected,
  options: Options,
): Promise<Attempt<void>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const address = addressOf(connection)
  const known = settings.value.identities[address]
  if (known !== undefined && known.system === found.system && known.key === found.key) return ok(undefined)
  const accepted = acceptedBy(options.env)
  const isAccepted = (part: 'system' | 'key') =>
    known?.[part] === found[part] || known?.[part] === null || accepted.includes(found[part] ?? '')
  if (known !== undefined && expected === 'known' && !(isAccepted('system') && isAccepted('key')))
    return fault('SERVER_CHANGED', { address, found: `${found.key ?? ''} ${found.system}`.trim() })
  options.log(`The server at ${address} is known from now on as ${JSON.stringify(found)}`)
  const identities = { ...settings.value.identities, [address]: found }
  return writeSettings(options.settingsFolder, { ...settings.value, identities })
}

const acceptedBy = (env: Options['env']): string[] =>
  (env['COREX_SERVER_IDENTITY'] ?? '').split(/[\s,]+/).filter((text) => text !== '')
