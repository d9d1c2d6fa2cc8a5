import { isAbsolute } from 'node:path'
import type { DatabaseWarning } from '../../shared/contract/database.ts'
import { withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import { certificateEnd } from './server-identity.ts'
import { SERVER_STATE, type ServerState, wantedVersion, warningsAbout } from './warnings.ts'

/** What a workstation sees of the server that it works with, besides what the functions tell. */
export type ServerLook = {
  readonly version: string
  /** The version that closes published holes, where this one does not. */
  readonly wanted: string | null
  readonly warnings: readonly DatabaseWarning[]
  /** Null without TLS. */
  readonly certificateEnds: string | null
}

const LOOK = `SELECT ${SERVER_STATE}, split_part(current_setting('server_version'), ' ', 1) AS version,
  coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted`

/** Looks anew, on a connection of its own: settings and certificates are read when one begins. */
export const lookAtServer = (connection: Connection): Promise<ServerLook> =>
  withClient(connection, async (client) => {
    const { rows } = await client.query<ServerState & { version: string }>(LOOK)
    const [state] = rows
    if (state === undefined) throw new Error('A SELECT without FROM answered no row')
    return {
      version: state.version,
      wanted: wantedVersion(state.versionNumber),
      warnings: warningsAbout(state, isAbsolute(connection.host)).filter(
        (warning) => warning !== 'UNPATCHED',
      ),
      certificateEnds: certificateEnd(client),
    }
  })
