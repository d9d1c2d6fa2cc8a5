import { readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { getCACertificates, rootCertificates } from 'node:tls'
import type { ClientConfig } from 'pg'
import { ok } from '../../shared/result.ts'
import { type Attempt, fault } from './fault.ts'
import { verifier } from './server-identity.ts'

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
}

/** Stands for the authorities that this computer's system trusts, beside those that come with the program; looked up at each connection. */
const SYSTEM = 'system'

const systemAuthorities = (): string[] => [...rootCertificates, ...getCACertificates('system')]

/** The database's name wherever this application creates it. */
export const DATABASE_NAME = 'coreX-DB'

const REFUSED_MODES = new Set(['allow', 'prefer', 'require', 'verify-ca', 'no-verify'])
const KNOWN_PARAMETERS = new Set(['sslmode', 'sslrootcert'])

/**
 * Reads `postgresql://user:password@host:port/database?sslmode=…&sslrootcert=<file>`; `%2Ffolder` as host is that of a socket.
 * `certificateAuthority` (PEM) wins over `sslrootcert`. The URL is taken apart here because node-postgres lets the
 * ssl parameters of a connection string replace the `ssl` object, and with it the authority to verify against.
 * Faults: URL_INVALID (details.part says which part), TLS_REQUIRED.
 */
export function parseConnection(
  url: string,
  certificateAuthority: string | null = null,
): Attempt<Connection> {
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

/** The address that was typed, as `host`, `host:port` or a URL, for another login than the one that may stand in it. */
export function serverUrl(typed: string, user: string): string {
  const url = URL.parse(/^postgres(ql)?:/.test(typed) ? typed : `postgresql://${typed}`)
  if (url === null) return typed
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
export const addressOf = (connection: Connection): string =>
  `${connection.host.includes(':') ? `[${connection.host}]` : connection.host}:${connection.port}/${connection.database}`

/** A connection URL for a person's own SQL client. It holds the password: print it only on request. */
export function urlOf(c: Connection): string {
  const host = isAbsolute(c.host) ? encodeURIComponent(c.host) : c.host
  const address = addressOf({ ...c, host, database: encodeURIComponent(c.database) })
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
