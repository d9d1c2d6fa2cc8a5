import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { urlOf } from '../../../electron/db/connection.ts'
import { certificateFileIn } from '../../../electron/db/embedded/entrance.ts'
import { startEmbedded } from '../../../electron/db/embedded/start.ts'
import { administratorOf } from '../../../electron/db/open-embedded.ts'
import { copyInto, newFolder } from './folders.ts'

export type SharedServer = Awaited<ReturnType<typeof startSharedServer>>

/**
 * A server of its own, as a bank has one, with which several workstations work: an empty one, or with what a prepared data folder
 * holds. `stop` ends it and removes its data.
 */
export async function startSharedServer(from: string | null = null) {
  const folder = newFolder()
  const dataFolder = join(folder, 'data')
  if (from !== null) {
    mkdirSync(dataFolder)
    copyInto(join(from, 'database'), dataFolder)
  }
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
    from,
    port,
    superuser,
    url,
    authority,
    /** For the launch of a workstation that is to work with this server. */
    env: { COREX_DATABASE_URL: `${url}?sslrootcert=${encodeURIComponent(authority)}` },
    stop,
  }
}
