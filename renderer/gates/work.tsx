import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import type { Role } from '../../shared/contract/define.ts'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { createAppRouter } from '../app/routes.tsx'
import { SessionContext } from '../calls/use-session.ts'
import { LockScreen } from '../screens/sessions/lock-screen.tsx'
import styles from './work.module.css'

type Props = { readonly session: SessionView; readonly role: Role; readonly locked: boolean }

/** The work of one user. Locking covers it; unlocking returns the focus to where it was. */
export function Work({ session, role, locked }: Props) {
  const [router] = useState(() => createAppRouter(role))
  const shown = useUnlockedSession(session)
  const focused = useRef<HTMLElement | null>(null)
  const rememberFocus = {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      focused.current = event.target
    },
  }
  useEffect(() => {
    if (!locked) focused.current?.focus()
  }, [locked])
  return (
    <SessionContext value={shown}>
      <div className={styles.work} inert={locked} {...rememberFocus}>
        <RouterProvider router={router} />
      </div>
      {locked && (
        <div className={styles.cover}>
          <LockScreen session={session} />
        </div>
      )}
    </SessionContext>
  )
}

/**
 * A locked session holds neither branch nor till. The covered work keeps those that it had: screens without a currency
 * would be drawn again and lose what was typed.
 */
function useUnlockedSession(session: SessionView): SessionView {
  const [last, setLast] = useState(session)
  if (session.stage === 'ready' && session !== last) setLast(session)
  return session.stage === 'ready' ? session : { ...session, branch: last.branch, till: last.till }
}
