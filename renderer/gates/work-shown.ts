import type { SessionView } from '../../shared/contract/sessions.ts'

/** Whose work stays in the window, and what lies over it: nothing, the lock, or the way back in with its code. */
export type WorkShown = {
  readonly session: SessionView
  readonly user: NonNullable<SessionView['user']>
  readonly cover: 'none' | 'lock' | 'sign-in' | 'code'
}

/**
 * Whether what the person typed waits for them after their session has ended. As with the lock, nobody else can reach it, and the next
 * person who signs in removes it. What an administrator ended does not wait.
 */
export const keepsWork = ({ user, endedBecause }: SessionView) =>
  user === null && endedBecause !== null && endedBecause !== 'ADMINISTRATOR'

/** What is shown of anybody's work now; `before` is what was shown last. Null: only a gate is shown. */
export function workShown(session: SessionView, before: WorkShown | null): WorkShown | null {
  const { stage, user } = session
  // Losing the server must not close a slip that is half filled in.
  if (user !== null && (stage === 'ready' || stage === 'locked' || stage === 'no-database'))
    return { session, user, cover: stage === 'locked' ? 'lock' : 'none' }
  // Signed in again after it ended, and the code is still to come.
  if (before !== null && stage === 'must-give-code' && before.user.id === user?.id)
    return { ...before, cover: 'code' }
  if (before !== null && keepsWork(session) && (stage === 'signed-out' || stage === 'no-database'))
    return { ...before, cover: 'sign-in' }
  return null
}
