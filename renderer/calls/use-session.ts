import { createContext, useContext } from 'react'
import type { SessionView } from '../../shared/contract/sessions.ts'

/** The one source of what several parts of the window show: person, branch, till, business day, server. */
export const SessionContext = createContext<SessionView | null>(null)

/** While the workstation is locked nothing is asked: the answer would be a refusal, and what is shown must stay. */
export const useIsLocked = (): boolean => useContext(SessionContext)?.stage === 'locked'

/** Throws outside the session gate, because no screen is drawn without a session. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is for screens inside the session gate')
  return session
}
