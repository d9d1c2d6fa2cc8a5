import { createDb, createPool } from '../../electron/db/pool.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { startScheduler } from '../../electron/jobs/scheduler.ts'

// A workstation as far as jobs are concerned: its scheduler, in a process of its own that can be killed.
const connection = JSON.parse(process.argv[2] ?? '') as Connection
const log = (line: string) => process.stderr.write(`${line}\n`)
startScheduler({ db: createDb(createPool(connection, null)), outside: async () => ({}), log, everyMs: 250 })
