import { createContext, useContext } from 'react'
import type { SessionView } from '../../shared/contract/sessions.ts'

/** The one source of what several parts of the window show: person, branch, till, business day, server. */
export const SessionContext = createContext<SessionView | null>(null)

/** Throws outside the session gate, because no screen is drawn without a session. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is for screens inside the session gate')
  return session
}
