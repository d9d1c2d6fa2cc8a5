import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls, TLSSocket } from 'node:tls'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'

export type ConnectError =
  'SCANNER_CERTIFICATE_CHANGED' | 'SCANNER_CERTIFICATE_UNKNOWN' | 'SCANNER_UNREACHABLE'

/** A scanner, and the certificate that a person accepted for it. */
export type Peer = { readonly base: URL; readonly fingerprint: string | null }

const portOf = ({ port, protocol }: URL) => (port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port))
/** Of an IPv6 address without its brackets. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/**
 * A connection to a scanner over which nothing has been sent yet. Its certificate is one that an authority vouches for, or exactly the one
 * that was accepted: scanners make their own, and often with a date that has passed.
 */
export async function connectTo(
  { base, fingerprint }: Peer,
  signal: AbortSignal,
): Promise<Result<Socket, ConnectError>> {
  const encrypted = base.protocol === 'https:'
  const host = hostOf(base)
  const options = { host, port: portOf(base), timeout: 0 }
  const socket = encrypted ? connectTls({ ...options, rejectUnauthorized: false }) : connectPlain(options)
  if (!(await opens(socket, encrypted ? 'secureConnect' : 'connect', signal))) {
    socket.destroy()
    return fail('SCANNER_UNREACHABLE', { address: base.host })
  }
  const problem = socket instanceof TLSSocket ? certificateProblem(socket, fingerprint) : null
  if (problem === null) return ok(socket)
  socket.destroy()
  return problem
}

function opens(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const give = (opened: boolean) => () => resolve(opened)
    socket.once(event, give(true))
    // Listened to for as long as it lives: an error that nobody listens to ends the process.
    socket.on('error', give(false))
    socket.once('close', give(false))
    if (signal.aborted) resolve(false)
    signal.addEventListener('abort', give(false), { once: true })
  })
}

function certificateProblem(socket: TLSSocket, accepted: string | null) {
  const { fingerprint256: fingerprint } = socket.getPeerCertificate()
  if (accepted !== null) return fingerprint === accepted ? null : fail('SCANNER_CERTIFICATE_CHANGED')
  return socket.authorized ? null : fail('SCANNER_CERTIFICATE_UNKNOWN', { fingerprint })
}
