import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { ServerSilent } from '../../db/server-silent.ts'
import type { UseCase } from '../../workplace.ts'
import { closeSession, openSession, replaceSession } from './open-session.ts'
import { noteSetUp } from '../database/may-change.ts'
import { viewOf } from './session-view.ts'

/**
 * Signs a person in at this workstation and signs out the previous user. While the password is being verified,
 * another sign-in may finish or the database may change: even then no session is left open.
 */
export const signIn: UseCase<'sessions', 'signIn'> = async ({ username, password }, workplace) => {
  // While the database is being opened nothing is known of the password: it is waited for, and said if there is none.
  if (workplace.database === null) await workplace.databaseChange
  const { database } = workplace
  if (database === null) throw new ServerSilent()
  const opened = await openSession(database, username, password)
  if (!opened.ok) return opened
  if (opened.value.user.role === 'API_USER') {
    await closeSession(opened.value)
    return fail('ROLE_HAS_NO_WORKPLACE')
  }
  if (workplace.database !== database) {
    await closeSession(opened.value)
    return fail('SIGN_IN_REFUSED')
  }
  await replaceSession(workplace, opened.value)
  await noteSetUp(workplace)
  return ok(await viewOf(workplace))
}

export const signOut: UseCase<'sessions', 'signOut'> = async (_, workplace) => {
  await replaceSession(workplace, null)
  return ok({})
}
