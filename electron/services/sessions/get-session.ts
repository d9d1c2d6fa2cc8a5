import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { ActiveSession, UseCase } from '../../workplace.ts'
import { endLostSession, isAccepted } from './open-session.ts'
import { viewOf } from './session-view.ts'

/** Whether the database accepts it. A window that is not locked is in use. */
async function isInUse(db: ActiveSession['db'], locked: boolean): Promise<boolean> {
  if (locked) return isAccepted(db)
  const { rows } = await sql<{ alive: boolean }>`SELECT note_use() AS alive`.execute(db)
  return rows[0]?.alive === true
}

/**
 * The state of this workstation for the window. A session that the database no longer accepts (expired, ended by an
 * administrator, its user suspended) ends here too, so that the window does not offer work that would be refused.
 */
export const getSession: UseCase<'sessions', 'get'> = async (_, workplace) => {
  const { session } = workplace
  if (session !== null && workplace.connected && !(await isInUse(session.db, workplace.locked)))
    await endLostSession(workplace, session.db)
  return ok(await viewOf(workplace))
}
