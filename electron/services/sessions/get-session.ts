import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { endLostSession } from './open-session.ts'
import { viewOf } from './session-view.ts'
import { sql } from 'kysely'

/**
 * The state of this workstation for the window. A session that the database no longer accepts (expired, ended by an
 * administrator, its user suspended) ends here too, so that the window does not offer work that would be refused.
 */
export const getSession: UseCase<'sessions', 'get'> = async (_, workplace) => {
  const { session } = workplace
  if (session !== null && workplace.connected) {
    const { rows } = await sql<{ alive: boolean }>`SELECT current_user_id() IS NOT NULL AS alive`.execute(
      session.db,
    )
    if (rows[0]?.alive === false) await endLostSession(workplace, session.db)
  }
  return ok(await viewOf(workplace))
}
