import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../connection.ts'
import type { Place } from './account.ts'
import { makeCertificate } from './certificate.ts'
import { clusterIn } from './cluster-folder.ts'
import { freePort, LOOPBACK } from './port.ts'
import { SOCKET_PORT, socketFolderFor } from './socket-folder.ts'

/** Where clients reach the embedded server and how they know it, and the server's settings for that. */
export type Entrance = Pick<Connection, 'host' | 'port' | 'tls'> & {
  readonly settings: Readonly<Record<string, string>>
}

export type EntranceOptions = {
  /** `loopback` for programs that know no sockets, and where the system has none. */
  readonly entrance?: 'socket' | 'loopback'
  /** Proposes a port of the loopback address; called again when the proposed port is in use. */
  readonly choosePort?: () => Promise<number>
  /** The one port of the loopback address on which it is expected: where another program has it, no other one is tried. */
  readonly port?: number
}

/** A socket in a private folder where the system has one; else the loopback address, with TLS by a certificate made for this cluster. */
export async function entranceFor(place: Place, options: EntranceOptions): Promise<Entrance> {
  const folder = options.entrance === 'loopback' ? null : socketFolderFor(place)
  if (folder !== null) return bySocket(folder)
  return onLoopback(place, options.port ?? (await (options.choosePort ?? freePort)()))
}

const bySocket = (folder: string): Entrance => ({
  host: folder,
  port: SOCKET_PORT,
  tls: 'off',
  settings: {
    listen_addresses: '',
    // A list, in which quotes protect a comma or a blank.
    unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  },
})

function onLoopback(place: Place, port: number): Entrance {
  const certificate = pinnedCertificate(place.folder) ?? restoredCertificate(place) ?? makeKeyPair(place)
  return {
    host: LOOPBACK,
    port,
    tls: { ca: certificate },
    settings: {
      listen_addresses: LOOPBACK,
      unix_socket_directories: '',
      ssl: 'on',
      ssl_cert_file: 'server.crt',
      ssl_key_file: 'server.key',
    },
  }
}

/** The copy of the certificate that clients pin; beside the cluster, because a system user of the server owns what is in it. */
export const certificateFileIn = (folder: string): string => join(folder, 'server.crt')

export function pinnedCertificate(folder: string): string | null {
  const file = certificateFileIn(folder)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** A backup brings the server's pair along, and not what lies beside the cluster: clients that pinned it before know the server again. */
function restoredCertificate({ folder }: Place): string | null {
  const [key, file] = ['server.key', 'server.crt'].map((name) => join(clusterIn(folder), name))
  if (key === undefined || file === undefined || !existsSync(key) || !existsSync(file)) return null
  const certificate = readFileSync(file, 'utf8')
  // Root publishes nothing else that the server's system user put there.
  if (!/^-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\s*$/.test(certificate)) return null
  writeFileSync(certificateFileIn(folder), certificate, { mode: 0o644 })
  return certificate
}

function makeKeyPair({ folder, account }: Place): string {
  const { key, certificate } = makeCertificate()
  for (const [name, text] of [
    ['server.key', key],
    ['server.crt', certificate],
  ] as const) {
    const file = join(clusterIn(folder), name)
    writeFileSync(file, text, { mode: 0o600 })
    if (account !== null) chownSync(file, account.uid, account.gid)
  }
  writeFileSync(certificateFileIn(folder), certificate, { mode: 0o644 })
  return certificate
}
