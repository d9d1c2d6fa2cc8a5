import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import type { Role } from '../../shared/contract/define.ts'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { createAppRouter } from '../app/routes.tsx'
import { clearSelection } from '../app/selection.ts'
import { SessionContext } from '../calls/use-session.ts'
import styles from './work.module.css'

type Props = {
  readonly session: SessionView
  readonly role: Role
  /** What covers the work while its person may not reach it: the lock, or the sign-in after a session that ended. */
  readonly cover: ReactNode
}

/** The work of one user. Covering it keeps it as it is; uncovering returns the focus to where it was. */
export function Work({ session, role, cover }: Props) {
  const [router] = useState(() => createAppRouter(role))
  const covered = cover !== null
  useLayoutEffect(clearSelection, [])
  const shown = useUnlockedSession(session, covered)
  const focused = useRef<HTMLElement | null>(null)
  const rememberFocus = {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      focused.current = event.target
    },
  }
  useEffect(() => {
    if (!covered) focused.current?.focus()
  }, [covered])
  return (
    <SessionContext value={shown}>
      <div className={styles.work} inert={covered} {...rememberFocus}>
        <RouterProvider router={router} />
      </div>
      {covered && <div className={styles.cover}>{cover}</div>}
    </SessionContext>
  )
}

/**
 * A locked session holds neither branch nor till. The covered work keeps those that it had: screens without a currency
 * would be drawn again and lose what was typed. Whatever covers it, to the work it is locked: it asks nothing and takes no key.
 */
function useUnlockedSession(session: SessionView, covered: boolean): SessionView {
  const [last, setLast] = useState(session)
  if (session.stage === 'ready' && session !== last) setLast(session)
  if (covered) return { ...session, stage: 'locked', branch: last.branch, till: last.till }
  return session.stage === 'ready' ? session : { ...session, branch: last.branch, till: last.till }
}
