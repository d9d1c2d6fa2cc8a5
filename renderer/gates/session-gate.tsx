import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/contract/define.ts'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { listen } from '../calls/api.ts'
import { BusyButton } from '../components/busy-button.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { refreshAll, useQueryCall } from '../calls/use-call.ts'
import { SessionContext } from '../calls/use-session.ts'
import { notify } from '../feedback/notify.ts'
import { createAppRouter } from '../app/routes.tsx'
import { ChangePassword } from '../screens/sessions/change-password.tsx'
import { FaultScreen } from './fault-screen.tsx'
import { LockScreen } from '../screens/sessions/lock-screen.tsx'
import { SetupWizard } from '../screens/branches/setup-wizard.tsx'
import { SignIn } from '../screens/sessions/sign-in.tsx'

/** A session may end without a word to this window: its time is up, or an administrator ended it. */
const LOOK_AGAIN_MS = 30_000

/** Decides by the session's stage what the window shows. It is the only place that asks for the session. */
export function SessionGate() {
  const { t } = useTranslation(['gates', 'components'])
  const session = useQueryCall('sessions.get', {}, { every: LOOK_AGAIN_MS })
  useSessionEvents()
  useForgetOthers(session.data)
  if (session.data !== undefined) return <Stage session={session.data} />
  return (
    <main className="gate" aria-busy={session.loading} aria-label={t('starting')}>
      {session.failure !== null && (
        <div className="gate-card gate-form">
          <FailureNote failure={session.failure} />
          <BusyButton busy={session.fetching} onClick={session.refetch}>
            {t('components:retry')}
          </BusyButton>
        </div>
      )}
    </main>
  )
}

function Stage({ session }: { readonly session: SessionView }) {
  const { stage, user } = session
  // A server that goes away must not throw anybody out of a half-typed slip.
  const working = user !== null && (stage === 'ready' || stage === 'locked' || stage === 'no-database')
  if (working) return <Work key={user.id} session={session} role={user.role} locked={stage === 'locked'} />
  if (stage === 'setup') return <SetupWizard session={session} />
  if (stage === 'must-change-password') return <ChangePassword session={session} />
  if (stage === 'no-database') return <FaultScreen session={session} />
  return <SignIn session={session} />
}

type WorkProps = { readonly session: SessionView; readonly role: Role; readonly locked: boolean }

/** The work of one person. Locking covers it, and the focus comes back to where it was. */
function Work({ session, role, locked }: WorkProps) {
  const [router] = useState(() => createAppRouter(role))
  const shown = useUnderlyingSession(session)
  const focused = useRef<HTMLElement | null>(null)
  const remember = {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      focused.current = event.target
    },
  }
  useEffect(() => {
    if (!locked) focused.current?.focus()
  }, [locked])
  return (
    <SessionContext value={shown}>
      <div className="work" inert={locked} {...remember}>
        <RouterProvider router={router} />
      </div>
      {locked && (
        <div className="cover">
          <LockScreen session={session} />
        </div>
      )}
    </SessionContext>
  )
}

/**
 * A locked session tells neither branch nor till. The work beneath keeps those it had: screens that lost their currency
 * would be drawn anew and forget what was typed.
 */
function useUnderlyingSession(session: SessionView): SessionView {
  const [last, setLast] = useState(session)
  if (session.stage === 'ready' && session !== last) setLast(session)
  return session.stage === 'ready' ? session : { ...session, branch: last.branch, till: last.till }
}

/** The main process says when the session or the connection changed; what is shown is then asked for again. */
function useSessionEvents() {
  const client = useQueryClient()
  const { t } = useTranslation('shell')
  const wasConnected = useRef(true)
  const takeBack = useRef<(() => void) | null>(null)
  useEffect(
    () => listen('session.changed', () => void client.invalidateQueries({ queryKey: ['sessions.get'] })),
    [client],
  )
  useEffect(
    () =>
      listen('connection.changed', ({ connected }) => {
        client.setQueryData<SessionView>(
          ['sessions.get', {}],
          (old) => old && { ...old, serverConnected: connected },
        )
        // Lost again at once: that it is back must not stand beside that it is away.
        takeBack.current?.()
        takeBack.current = connected && !wasConnected.current ? notify(t('backOnline')) : null
        wasConnected.current = connected
        void refreshAll(client)
      }),
    [client, t],
  )
}

/** Nothing that one person saw stays in memory for the next. */
function useForgetOthers(session: SessionView | undefined) {
  const client = useQueryClient()
  const userId = session?.user?.id ?? null
  const before = useRef(userId)
  useEffect(() => {
    if (before.current !== null && before.current !== userId)
      client.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'sessions.get' && queryKey[0] !== 'database.get',
      })
    before.current = userId
  }, [client, userId])
}
