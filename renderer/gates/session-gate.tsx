import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { useQueryCall } from '../calls/use-call.ts'
import { BusyButton } from '../components/busy-button.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { SetupWizard } from '../screens/branches/setup-wizard.tsx'
import { ChangePassword } from '../screens/sessions/change-password.tsx'
import { SignIn } from '../screens/sessions/sign-in.tsx'
import { FaultScreen } from './fault-screen.tsx'
import { useForgetOthers } from './use-forget-others.ts'
import { useSessionEvents } from './use-session-events.ts'
import { Work } from './work.tsx'
import { classes } from '../theme/classes.ts'
import gate from '../components/gate-card.module.css'

/** A session may end without an event in this window: its time is up, or an administrator ended it. */
const LOOK_AGAIN_MS = 30_000

/** Decides by the session's stage what the window shows. It is the only place that asks for the session. */
export function SessionGate() {
  const { t } = useTranslation(['gates', 'components'])
  const session = useQueryCall('sessions.get', {}, { every: LOOK_AGAIN_MS })
  useSessionEvents()
  useForgetOthers(session.data)
  if (session.data !== undefined) return <Stage session={session.data} />
  return (
    <main className={gate.gate} aria-busy={session.loading} aria-label={t('starting')}>
      {session.failure !== null && (
        <div className={classes(gate.card, gate.form)}>
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
  // Losing the server must not close a slip that is half filled in.
  const working = user !== null && (stage === 'ready' || stage === 'locked' || stage === 'no-database')
  if (working) return <Work key={user.id} session={session} role={user.role} locked={stage === 'locked'} />
  if (stage === 'setup') return <SetupWizard session={session} />
  if (stage === 'must-change-password') return <ChangePassword session={session} />
  if (stage === 'no-database') return <FaultScreen session={session} />
  return <SignIn session={session} />
}
