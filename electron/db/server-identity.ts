import { createHash, X509Certificate } from 'node:crypto'
import { checkServerIdentity, type PeerCertificate, TLSSocket } from 'node:tls'
import type { Client } from 'pg'

/**
 * What a server is remembered by: the number that its cluster got when it was made, and where there is TLS, the SHA-256 of its
 * certificate's public key. Renewing a certificate for the same key changes nothing.
 */
export type ServerIdentity = { readonly system: string; readonly key: string | null }

/** What a server that takes changes is: its cluster, and how often a standby of it took over, or a backup was restored, until now. */
export type Standing = { readonly identity: ServerIdentity; readonly timeline: number }

/** The time line that is written now. That of the last checkpoint is older for a while after a standby took over. */
export const TIMELINE = `('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int`

/** What the server behind a client is. Only one that takes changes answers. */
export async function standingOf(client: Client): Promise<Standing> {
  const { rows } = await client.query<{ system: string; timeline: number }>(
    `SELECT system_identifier::text AS system, ${TIMELINE} AS timeline FROM pg_control_system()`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('pg_control_system() answered no row')
  return { identity: { system: found.system, key: keyOf(client) }, timeline: found.timeline }
}

const fingerprint = ({ publicKey }: X509Certificate): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')

function certificateOf(client: Client): X509Certificate | null {
  const { stream } = client.connection
  return (stream instanceof TLSSocket ? stream.getPeerX509Certificate() : undefined) ?? null
}

/** The key that this client verified when it connected, or null without TLS. */
export function keyOf(client: Client): string | null {
  const certificate = certificateOf(client)
  return certificate === null ? null : fingerprint(certificate)
}

/** When the server's certificate ends, or null without TLS. */
export function certificateEnd(client: Client): string | null {
  const certificate = certificateOf(client)
  return certificate === null ? null : new Date(certificate.validTo).toISOString()
}

/** The server has another key than the one that is remembered; `found` is its fingerprint. See electron/db/fault.ts. */
export class OtherKey extends Error {
  readonly code = 'COREX_OTHER_KEY'
  readonly found: string
  constructor(found: string) {
    super('The server has another key than before')
    this.found = found
  }
}

/** Verifies host and, where one is remembered, key of a certificate that is signed by a trusted authority. Before anything is sent. */
export const verifier = (key: string | undefined) => (host: string, certificate: PeerCertificate) => {
  const otherHost = checkServerIdentity(host, certificate)
  if (otherHost !== undefined || key === undefined) return otherHost
  const found = fingerprint(new X509Certificate(certificate.raw))
  return found === key ? undefined : new OtherKey(found)
}
