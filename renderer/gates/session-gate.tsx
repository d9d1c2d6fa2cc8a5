import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { useQueryCall } from '../calls/use-call.ts'
import { AnswerNote } from '../components/answer-note.tsx'
import { SetupWizard } from '../screens/branches/setup-wizard.tsx'
import { ChangePassword } from '../screens/sessions/change-password.tsx'
import { EnrolGate } from '../screens/sessions/enrol-gate.tsx'
import { GiveCode } from '../screens/sessions/give-code.tsx'
import { LockScreen } from '../screens/sessions/lock-screen.tsx'
import { SignIn } from '../screens/sessions/sign-in.tsx'
import { FaultScreen } from './fault-screen.tsx'
import { useBranchFormat } from './use-branch-format.ts'
import { useForgetOthers } from './use-forget-others.ts'
import { useSessionEvents } from './use-session-events.ts'
import { Work } from './work.tsx'
import { workShown, type WorkShown } from './work-shown.ts'
import { classes } from '../theme/classes.ts'
import gate from '../components/gate-card.module.css'

/** A session may end without an event in this window: its time is up, or an administrator ended it. */
const LOOK_AGAIN_MS = 30_000

/** Decides by the session's stage what the window shows. It is the only place that asks for the session. */
export function SessionGate() {
  const { t } = useTranslation('gates')
  const { answer } = useQueryCall('sessions.get', {}, { every: LOOK_AGAIN_MS })
  useSessionEvents()
  const session = answer.state === 'known' ? answer.value : undefined
  useForgetOthers(session)
  const isFormatSet = useBranchFormat(session)
  if (session !== undefined && isFormatSet) return <Stage session={session} />
  return (
    <main className={gate.gate} aria-busy={answer.state === 'loading'} aria-label={t('starting')}>
      {answer.state === 'unknown' && (
        <div className={classes(gate.card, gate.form)}>
          <AnswerNote answer={answer} />
        </div>
      )}
    </main>
  )
}

function Stage({ session }: { readonly session: SessionView }) {
  const { stage } = session
  const shown = useWorkShown(session)
  if (shown !== null) {
    const covers = {
      none: null,
      lock: <LockScreen session={session} />,
      code: <GiveCode session={session} />,
      'sign-in': <Gate session={session} keptFor={shown.user.fullName} />,
    }
    return (
      <Work key={shown.user.id} session={shown.session} role={shown.user.role} cover={covers[shown.cover]} />
    )
  }
  if (stage === 'setup') return <SetupWizard session={session} />
  if (stage === 'must-give-code') return <GiveCode session={session} />
  if (stage === 'must-enrol') return <EnrolGate session={session} />
  if (stage === 'must-change-password') return <ChangePassword session={session} />
  return <Gate session={session} keptFor={null} />
}

type GateProps = {
  readonly session: SessionView
  /** Whose typed work waits behind the gate. */
  readonly keptFor: string | null
}

/** Nobody is signed in. */
const Gate = ({ session, keptFor }: GateProps) =>
  session.stage === 'no-database' ? (
    <FaultScreen session={session} />
  ) : (
    <SignIn session={session} keptFor={keptFor} />
  )

/** What is shown of anybody's work, remembered from one state of the session to the next. */
function useWorkShown(session: SessionView): WorkShown | null {
  const [{ of, shown }, remember] = useState(() => ({ of: session, shown: workShown(session, null) }))
  if (of === session) return shown
  const next = workShown(session, shown)
  remember({ of: session, shown: next })
  return next
}
