import { sql } from 'kysely'
import { fail, ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { closeSession, openSession, replaceSession } from './open-session.ts'
import { viewOf } from './session-view.ts'

/** Locks the workstation: nothing but unlocking and signing out is answered, and the window keeps what was typed. */
export const lock: UseCase<'sessions', 'lock'> = async (_, { db, workplace }) => {
  workplace.locked = true
  workplace.emit('session.changed', {})
  await sql`SELECT note_lock()`.execute(db).catch(() => {}) // a lost server must not keep a workstation open
  return ok({})
}

/** Unlocks for the same person only, by a sign-in of its own: the token from before the lock is ended. */
export const unlock: UseCase<'sessions', 'unlock'> = async ({ password }, workplace) => {
  const { session, database } = workplace
  if (session === null || database === null) return fail('SIGN_IN_REFUSED')
  const opened = await openSession(database, session.user.username, password)
  if (!opened.ok) return opened
  // Signed out, or unlocked by a second press, while the password was being verified: what came first stands.
  if (workplace.session === session) await replaceSession(workplace, opened.value)
  else await closeSession(opened.value)
  return ok(await viewOf(workplace))
}
