import { createDb, createPool } from '../../db/pool.ts'
import { openDatabase } from '../../db/open-database.ts'
import type { Workplace } from '../../workplace.ts'
import { closeSession } from '../sessions/open-session.ts'

/** Opens the configured database for the whole workplace; what stands in the way is kept as its fault, for the screen. */
export const connect = (workplace: Workplace): Promise<void> => inTurn(workplace, () => open(workplace))

/** Ends the session and the connections, and stops an embedded server. */
export const disconnect = (workplace: Workplace): Promise<void> => inTurn(workplace, () => close(workplace))

/** Closes what is open and opens what is configured now, as one step. */
export const reconnect = (workplace: Workplace): Promise<void> =>
  inTurn(workplace, async () => {
    await close(workplace)
    await open(workplace)
  })

/**
 * One after the other: a database that is opened beside another one that is being opened would never be closed, and
 * quitting while one is being opened would leave its server behind.
 */
function inTurn(workplace: Workplace, work: () => Promise<void>): Promise<void> {
  const done = workplace.turning.then(work)
  workplace.turning = done.catch(() => {})
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
  workplace.front = createDb(createPool(database.connection, null))
  const told = (connected: boolean) => {
    if (workplace.database !== database) return
    workplace.connected = connected
    workplace.emit('connection.changed', { connected })
  }
  database.onLost(() => told(false))
  database.onRegained(() => told(true))
  workplace.emit('session.changed', {})
}

async function close(workplace: Workplace): Promise<void> {
  const { session, front, database } = workplace
  workplace.session = null
  workplace.locked = false
  workplace.front = null
  workplace.database = null
  workplace.connected = false
  if (session !== null) await closeSession(session)
  await front?.destroy()
  await database?.close()
}
