import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { endLostSession, isAccepted } from './open-session.ts'
import { viewOf } from './session-view.ts'

/**
 * The state of this workstation for the window. A session that the database no longer accepts (expired, ended by an
 * administrator, its user suspended) ends here too, so that the window does not offer work that would be refused.
 */
export const getSession: UseCase<'sessions', 'get'> = async (_, workplace) => {
  const { session } = workplace
  if (session !== null && workplace.connected && !(await isAccepted(session.db)))
    await endLostSession(workplace, session.db)
  return ok(await viewOf(workplace))
}
