import type { Kysely } from 'kysely'
import type { Database } from '../../db/database.ts'
import type { DatabaseFault } from '../../db/fault.ts'
import { createDb, createPool } from '../../db/pool.ts'
import { openDatabase } from '../../db/open-database.ts'
import type { DB } from '../../db/tables.ts'
import { backupJobs } from '../../backup/backup-jobs.ts'
import { startScheduler } from '../../jobs/scheduler.ts'
import type { Workplace } from '../../workplace.ts'
import { lookAtSession, closeSession } from '../sessions/open-session.ts'
import { noteSetUp } from './may-change.ts'
import { noteUpgrades } from './note-upgrades.ts'

/** Opens the configured database for the workplace; a failure is kept as its fault, for the screen. */
export const connect = (workplace: Workplace): Promise<void> => serialize(workplace, () => open(workplace))

/** Ends the session and the connections, and stops an embedded server. */
export const disconnect = (workplace: Workplace): Promise<void> =>
  serialize(workplace, () => close(workplace))

/** Closes the open database and opens the configured one, as one change. */
export const reconnect = (workplace: Workplace): Promise<void> =>
  serialize(workplace, async () => {
    await close(workplace)
    await open(workplace)
  })

/** Does `work` while no database is open, as one change: whatever comes of it, the configured one is opened again. */
export async function whileClosed<T>(workplace: Workplace, work: () => Promise<T>): Promise<T> {
  const result = Promise.withResolvers<T>()
  await serialize(workplace, async () => {
    await close(workplace)
    await work().then(result.resolve, result.reject)
    await open(workplace)
  })
  return result.promise
}

/**
 * Runs changes of the database one after the other: of two that are opened at the same time one would never be closed,
 * and quitting while one is being opened would leave its server running.
 */
function serialize(workplace: Workplace, work: () => Promise<void>): Promise<void> {
  const done = workplace.databaseChange.then(work)
  workplace.databaseChange = done.catch(() => {})
  return done
}

async function open(workplace: Workplace): Promise<void> {
  const opened = await openDatabase(workplace.options)
  if (!opened.ok) {
    workplace.fault = opened.error
    workplace.emit('session.changed', {})
    return
  }
  const database = opened.value
  workplace.database = database
  workplace.fault = null
  workplace.connected = true
  workplace.anonymousDb = createDb(createPool(database.connection, null))
  await noteSetUp(workplace)
  const reportConnection = (connected: boolean) => {
    if (workplace.database !== database) return
    workplace.connected = connected
    workplace.emit('connection.changed', { connected })
  }
  database.onLost((fault) => {
    reportConnection(false)
    if (fault.code === 'WORKSTATION_REVOKED') leaveRevoked(workplace, database, fault)
  })
  database.onRegained(() => reportConnection(true))
  noteUpgrades(workplace, database)
  database.onSessions(() => void lookAtSession(workplace).catch(() => {})) // a lost server is reported by its watch
  database.onApprovals(() => workplace.emit('approvals.changed', {}))
  beginJobs(workplace, database, workplace.anonymousDb)
  workplace.emit('session.changed', {})
}

/** A login that was closed is closed for good: nothing waits for the server to come back, and the window says what happened. */
function leaveRevoked(workplace: Workplace, database: Database, fault: DatabaseFault): void {
  void serialize(workplace, async () => {
    if (workplace.database !== database) return
    workplace.fault = fault // first: whoever asks while it is being closed is told why
    await close(workplace)
    workplace.emit('session.changed', {})
  })
}

/** This workstation does what is due, as every other open one does: whoever asks first has it. Backups are of the one that runs the server. */
function beginJobs(workplace: Workplace, database: Database, db: Kysely<DB>): void {
  const outside = async () => (database.kind === 'embedded' ? backupJobs(workplace.backups, db) : {})
  const scheduler = startScheduler({ db, outside, log: workplace.options.log })
  workplace.scheduler = scheduler
  database.onRegained(scheduler.wake)
  database.onJobs((what) => (what === 'due' ? scheduler.wake() : workplace.emit('jobs.changed', {})))
}

async function close(workplace: Workplace): Promise<void> {
  const { session, anonymousDb, database, scheduler } = workplace
  workplace.scheduler = null
  workplace.session = null
  workplace.locked = false
  workplace.anonymousDb = null
  workplace.database = null
  workplace.connected = false
  workplace.upgrade = null
  await scheduler?.stop()
  if (session !== null) await closeSession(session)
  await anonymousDb?.destroy()
  await database?.close()
}
