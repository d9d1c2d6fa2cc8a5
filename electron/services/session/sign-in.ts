import { fail, ok } from '../../../shared/result.ts'
import type { UseCase, Workplace } from '../../ipc/context.ts'
import { closeSession, openSession } from './open-session.ts'
import { viewOf } from './session-view.ts'

/** Signs a person in at this workstation; whoever was signed in before is signed out. */
export const signIn: UseCase<'session', 'signIn'> = async ({ username, password }, workplace) => {
  if (workplace.database === null) return fail('SIGN_IN_REFUSED')
  const opened = await openSession(workplace.database, username, password)
  if (!opened.ok) return opened
  if (opened.value.user.role === 'API_USER') {
    await closeSession(opened.value)
    return fail('ROLE_HAS_NO_WORKPLACE')
  }
  await endCurrent(workplace)
  workplace.session = opened.value
  workplace.emit('session.changed', {})
  return ok(await viewOf(workplace))
}

export const signOut: UseCase<'session', 'signOut'> = async (_, workplace) => {
  await endCurrent(workplace)
  workplace.emit('session.changed', {})
  return ok({})
}

async function endCurrent(workplace: Workplace): Promise<void> {
  const { session } = workplace
  workplace.session = null
  workplace.locked = false
  if (session !== null) await closeSession(session)
}
