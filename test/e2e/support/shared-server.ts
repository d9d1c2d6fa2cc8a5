import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { urlOf } from '../../../electron/db/connection.ts'
import { certificateFileIn } from '../../../electron/db/embedded/entrance.ts'
import { startEmbedded } from '../../../electron/db/embedded/start.ts'
import { administratorOf } from '../../../electron/db/open-embedded.ts'

/** A server of its own, as a bank has one, with which several workstations work. `stop` ends it and removes its data. */
export async function startSharedServer() {
  const folder = mkdtempSync(join(tmpdir(), 'corex-server-'))
  chmodSync(folder, 0o711) // as root the server runs under a system user
  const dataFolder = join(folder, 'data')
  const started = await startEmbedded({ dataFolder, log: () => {}, entrance: 'loopback' })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  const { port, superuser } = started.value
  const url = urlOf(administratorOf(started.value))
  const authority = certificateFileIn(dataFolder)
  const stop = async () => {
    await started.value.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    port,
    superuser,
    url,
    authority,
    /** For the launch of a workstation that is to work with this server. */
    env: { COREX_DATABASE_URL: `${url}?sslrootcert=${encodeURIComponent(authority)}` },
    stop,
  }
}
