import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { ActiveSession, UseCase, Workplace } from '../../workplace.ts'
import { closeSession, openSession, replaceSession } from './open-session.ts'
import { viewOf } from './session-view.ts'

/** Locks the workstation, unless it is or nobody is signed in: only unlocking and signing out are answered, and the window keeps what was typed. */
export async function lockWorkplace(workplace: Workplace): Promise<void> {
  const { session } = workplace
  if (session === null || workplace.locked) return
  workplace.locked = true
  workplace.emit('session.changed', {})
  await sql`SELECT note_lock()`.execute(session.db).catch(() => {}) // a lost server must not keep a workstation open
}

export const lock: UseCase<'sessions', 'lock'> = async (_, { workplace }) => {
  await lockWorkplace(workplace)
  return ok({})
}

/** Unlocks for the same person only, by a new sign-in: the token from before the lock is ended. */
export const unlock: UseCase<'sessions', 'unlock'> = async ({ password }, workplace) => {
  const { session, database } = workplace
  if (session === null || database === null) return fail('SIGN_IN_REFUSED')
  workplace.unlocking = true
  try {
    return await enterAgain(
      workplace,
      session,
      await openSession(database, session.user.username, password, session),
    )
  } finally {
    workplace.unlocking = false
  }
}

async function enterAgain(
  workplace: Workplace,
  session: ActiveSession,
  opened: Awaited<ReturnType<typeof openSession>>,
) {
  if (!opened.ok) return fail('SIGN_IN_REFUSED') // nothing that is temporary is unlocked after three days
  // If the session ended or was replaced while the password was being verified, the earlier change counts.
  if (workplace.session === session) await replaceSession(workplace, opened.value)
  else await closeSession(opened.value)
  return ok(await viewOf(workplace))
}
