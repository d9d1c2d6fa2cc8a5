import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inDatabase } from '../electron/db/admin.ts'
import type { Connection } from '../electron/db/connection.ts'
import { placeFor } from '../electron/db/embedded/account.ts'
import { isAlive } from '../electron/db/embedded/cluster-folder.ts'
import { entranceOf, readPidFile } from '../electron/db/embedded/orphan.ts'
import { administratorOf } from '../electron/db/open-embedded.ts'

/** The administrator's connection to the embedded server while the application runs, or null. Whoever may read its folder may do everything with it. */
export function runningServer(dataFolder: string, log: (line: string) => void): Connection | null {
  const { folder } = placeFor(dataFolder, log)
  const running = readPidFile(folder)
  if (running === null || !running.ready || !isAlive(running.pid)) return null
  const password = readFileSync(join(folder, 'superuser.secret'), 'utf8').trim()
  const admin = administratorOf({ ...entranceOf(running, folder), superuser: { user: 'postgres', password } })
  return inDatabase(admin, 'postgres')
}
