import { readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { getCACertificates, rootCertificates } from 'node:tls'
import type { Client, ClientConfig } from 'pg'
import { ok } from '../../shared/result.ts'
import { addressesIn, inOneAddress } from '../../shared/rules/server-list.ts'
import { type Attempt, fault } from './fault.ts'
import { verifier } from './server-identity.ts'

/** Where one server of a database is reached. */
export type Place = { readonly host: string; readonly port: number }

/** Leads the clients of an open database to the server that takes its changes now: see route.ts. */
export type Route = {
  readonly current: () => Connection
  /** The one that works now, also where the server gave the login another one after this computer stopped waiting for that. */
  readonly password: () => Promise<string>
  /** Throws where a client, which has just connected, is at a server that may not be worked with. */
  readonly admit: (client: Client) => Promise<void>
  /** Looks at every server again, and goes on with the one that takes changes. */
  readonly find: () => Promise<Attempt<void>>
  /** A client was made, for where the route leads now. */
  readonly opened: (client: Client) => void
}

/**
 * Where a database is, and the login that connects to it. A host that is a full path is the folder of the server's socket. `tls`
 * is 'off' there and on loopback only; otherwise the host is verified against `ca` (PEM, or `system`), and must have that `key` where
 * one is remembered (server-identity.ts).
 */
export type Connection = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly tls: 'off' | { readonly ca: string; readonly key?: string }
  /** All its servers in the order in which they were given, where there are several: the one of `host` and `port` is among them. */
  readonly places?: readonly Place[] | undefined
  readonly route?: Route
}

/** All servers of a database; most have one. */
export const placesOf = ({ host, port, places }: Pick<Connection, 'host' | 'port' | 'places'>) =>
  places ?? [{ host, port }]

/** Whether both lead to the same database: a list of servers may have got longer. */
export const shareAServer = (
  one: Pick<Connection, 'host' | 'port' | 'database' | 'places'>,
  other: Pick<Connection, 'host' | 'port' | 'database' | 'places'>,
): boolean =>
  one.database === other.database &&
  placesOf(one).some(({ host, port }) =>
    placesOf(other).some((place) => place.host === host && place.port === port),
  )

/** The address of the one server that `connection` leads to now, among several. */
export const placeAddressOf = ({ host, port, database }: Place & Pick<Connection, 'database'>): string =>
  `${inAddress(host)}:${port}/${database}`

const inAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** Stands for the authorities that this computer's system trusts, beside those that come with the program; looked up at each connection. */
const SYSTEM = 'system'

const systemAuthorities = (): string[] => [...rootCertificates, ...getCACertificates('system')]

/** The database's name wherever this application creates it. */
export const DATABASE_NAME = 'coreX-DB'

const REFUSED_MODES = new Set(['allow', 'prefer', 'require', 'verify-ca', 'no-verify'])
const KNOWN_PARAMETERS = new Set(['sslmode', 'sslrootcert'])

const MOST_PLACES = 8

/**
 * Reads `postgresql://user:password@host:port/database?sslmode=…&sslrootcert=<file>`; `%2Ffolder` as host is that of a socket. Several
 * servers of one database stand in it as `host:port,host:port`.
 * `certificateAuthority` (PEM) wins over `sslrootcert`. The URL is taken apart here because node-postgres lets the
 * ssl parameters of a connection string replace the `ssl` object, and with it the authority to verify against.
 * Faults: URL_INVALID (details.part says which part), TLS_REQUIRED.
 */
export function parseConnection(
  url: string,
  certificateAuthority: string | null = null,
): Attempt<Connection> {
  const all: Connection[] = []
  for (const address of addressesIn(url)) {
    const parsed = parseSingle(address, certificateAuthority)
    if (!parsed.ok) return parsed
    all.push(parsed.value)
  }
  const [first, ...others] = all
  if (first === undefined || all.length > MOST_PLACES) return invalid('host')
  if (others.length === 0) return ok(first)
  const plain = all.find(({ tls }) => tls === 'off')
  if (plain !== undefined && all.some(({ tls }) => tls !== 'off'))
    return fault('TLS_REQUIRED', { host: plain.host })
  return ok({ ...first, places: all.map(({ host, port }) => ({ host, port })) })
}

function parseSingle(url: string, certificateAuthority: string | null): Attempt<Connection> {
  const parsed = URL.parse(url)
  if (parsed === null || !['postgresql:', 'postgres:'].includes(parsed.protocol)) return invalid('url')
  for (const name of parsed.searchParams.keys()) if (!KNOWN_PARAMETERS.has(name)) return invalid(name)
  const parts = decodeParts(parsed)
  if (parts === null) return invalid('encoding')
  if (parts.host === '') return invalid('host')
  if (parts.user === '') return invalid('user')
  if (parts.database === '' || parts.database.includes('/')) return invalid('database')
  if (parsed.port === '0') return invalid('port')
  const port = parsed.port === '' ? 5432 : Number(parsed.port)
  const tls = chooseTls(parts.host, parsed.searchParams, certificateAuthority)
  return tls.ok ? ok({ ...parts, port, tls: tls.value }) : tls
}

/** The address that was typed, as `host`, `host:port`, several of them, or a URL, for another login than the one that may stand in it. */
export const serverUrl = (typed: string, user: string): string =>
  inOneAddress(/^postgres(ql)?:/.test(typed) ? typed : `postgresql://${typed}`, (address) =>
    withLogin(address, user),
  )

function withLogin(address: string, user: string): string {
  const url = URL.parse(address)
  if (url === null) return address
  if (url.pathname === '' || url.pathname === '/') url.pathname = `/${DATABASE_NAME}`
  url.username = user
  url.password = ''
  return url.href
}

function decodeParts(url: URL) {
  try {
    return {
      host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }
  } catch {
    return null
  }
}

function chooseTls(
  host: string,
  query: URLSearchParams,
  authority: string | null,
): Attempt<Connection['tls']> {
  const mode = query.get('sslmode')
  if (mode !== null && REFUSED_MODES.has(mode)) return fault('TLS_REQUIRED', { mode })
  if (mode !== null && !['disable', 'verify-full'].includes(mode)) return invalid('sslmode')
  const file = query.get('sslrootcert')
  const wanted = mode === 'verify-full' || authority !== null || file !== null
  if (!wanted && isLocal(host)) return ok('off')
  if (mode === 'disable') return isLocal(host) ? ok('off') : fault('TLS_REQUIRED', { host })
  if (authority !== null && authority.trim() !== '') return checkedAuthority(authority)
  // libpq's own word for the authorities of the machine.
  if (file === null || file === SYSTEM) return ok({ ca: SYSTEM })
  const found = readCertificates(file)
  return found === null ? invalid('sslrootcert') : checkedAuthority(found)
}

/** All authorities of a system are a quarter of a megabyte. */
const LARGEST_CERTIFICATES = 1_000_000

/** Null for what is no file of certificates: a pipe would wait for ever, and a device has no end. */
function readCertificates(file: string): string | null {
  try {
    const found = statSync(file)
    if (!found.isFile() || found.size > LARGEST_CERTIFICATES) return null
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const checkedAuthority = (ca: string): Attempt<Connection['tls']> =>
  ca.includes('-----BEGIN CERTIFICATE-----') ? ok({ ca }) : invalid('certificateAuthority')

const invalid = (part: string) => fault('URL_INVALID', { part })

/** True for sockets, names and addresses that never leave this machine. */
const isLocal = (host: string): boolean =>
  isAbsolute(host) || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** The address of the database, without the login and without any secret: safe for a screen and for a file. */
export const addressOf = (connection: Pick<Connection, 'host' | 'port' | 'places' | 'database'>): string =>
  `${placesOf(connection)
    .map(({ host, port }) => `${inAddress(host)}:${port}`)
    .join(',')}/${connection.database}`

const encodedIn = <P extends Place>(place: P): P =>
  isAbsolute(place.host) ? { ...place, host: encodeURIComponent(place.host) } : place

/** A connection URL for a person's own SQL client. It holds the password: print it only on request. */
export function urlOf(c: Connection): string {
  const places = c.places === undefined ? {} : { places: c.places.map(encodedIn) }
  const address = addressOf({ ...encodedIn(c), ...places, database: encodeURIComponent(c.database) })
  return `postgresql://${encodeURIComponent(c.user)}:${encodeURIComponent(c.password)}@${address}`
}

const verifiedBy = ({ ca, key }: Exclude<Connection['tls'], 'off'>) => ({
  ca: ca === SYSTEM ? systemAuthorities() : ca,
  rejectUnauthorized: true,
  minVersion: 'TLSv1.2' as const,
  checkServerIdentity: verifier(key),
})

/** A peer that is gone without a word is found ten probes later; the system's own two hours are no use to a teller. */
const KEEP_ALIVE_AFTER_MS = 10_000

/** What node-postgres needs to reach `connection`. Throws if plain text would leave this machine. */
export function clientConfig(connection: Connection): ClientConfig {
  const { host, port, database, user, password, tls } = connection
  if (tls === 'off' && !isLocal(host)) throw new Error('Plain text is for loopback only')
  const ssl = tls === 'off' ? false : verifiedBy(tls)
  return {
    host,
    port,
    database,
    user,
    password,
    ssl,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    connectionTimeoutMillis: 10_000,
  }
}
