import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useSession } from '../../calls/use-session.ts'
import { Note } from '../../components/failure-note.tsx'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import { AssignBranch } from './assign-branch.tsx'
import { EditUser } from './edit-user.tsx'
import { FirstHalf } from './first-half.tsx'
import { Handover } from './handover.tsx'
import { LockNote } from './lock-note.tsx'
import { ProposeReset } from './propose-reset.tsx'
import { ResetPassword } from './reset-password.tsx'
import { UserActions } from './user-actions.tsx'
import { UserBadge } from './user-badge.tsx'
import { UserFacts } from './user-facts.tsx'
import { WaitingProposals } from './waiting-proposals.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './user-detail.module.css'

type Props = {
  readonly user: UserRow
  /** The branch's second person with power, whom one person may let in until the first sign-in. */
  readonly isSecond: boolean
}

/** One member of staff, and what an administrator can do about them. */
export function UserDetail({ user, isSecond }: Props) {
  return (
    <>
      <header className={panel.head}>
        <h2>
          <bdi>{user.fullName}</bdi>
        </h2>
        <span className={layout.grow} />
        <UserBadge user={user} />
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop, styles.detail)}>
        <Steps user={user} isSecond={isSecond} />
      </div>
    </>
  )
}

/** The facts with the buttons beneath, or one form in their place. */
function Steps({ user, isSecond }: Props) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  const isSelf = user.id === self?.id
  const [step, setStep] = useState<'new' | 'edit' | 'reset' | 'branch' | 'edited' | 'resetDone'>('new')
  const [password, setPassword] = useState<string | null>(null)
  const [half, setHalf] = useState<string | null>(null)
  const proposes = hasPower(user.role) && !(isSecond && user.lastSignIn === null)
  const backFromReset = () => {
    setPassword(null)
    setHalf(null)
    setStep('resetDone')
  }
  if (half !== null)
    return <FirstHalf fullName={user.fullName} username={user.username} half={half} onDone={backFromReset} />
  if (password !== null)
    return (
      <Handover
        sentence={t('reset.made', { name: user.fullName })}
        text={t('handover.text', { name: user.fullName })}
        username={user.username}
        password={password}
        onDone={backFromReset}
      />
    )
  if (step === 'edit')
    return <EditUser user={user} isSelf={isSelf} onHalf={setHalf} onDone={() => setStep('edited')} />
  if (step === 'branch') return <AssignBranch user={user} onDone={() => setStep('new')} />
  if (step === 'reset' && proposes)
    return <ProposeReset user={user} onProposed={setHalf} onCancel={backFromReset} />
  if (step === 'reset') return <ResetPassword user={user} onReset={setPassword} onCancel={backFromReset} />
  return (
    <>
      <WaitingProposals userId={user.id} />
      <LockNote user={user} mayUnlock={user.ownBranch} />
      <UserFacts user={user} />
      {user.ownBranch ? (
        <UserActions
          user={user}
          isSelf={isSelf}
          returned={step === 'new' ? null : step === 'edited' ? 'edit' : 'reset'}
          onEdit={() => setStep('edit')}
          onReset={() => setStep('reset')}
          onBranch={() => setStep('branch')}
        />
      ) : (
        <Note tone="info">{t('otherBranch', { branch: user.branchName })}</Note>
      )}
    </>
  )
}
