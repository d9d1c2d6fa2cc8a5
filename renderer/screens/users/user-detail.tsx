import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useSession } from '../../calls/use-session.ts'
import { Note } from '../../components/failure-note.tsx'
import { EditUser } from './edit-user.tsx'
import { Handover } from './handover.tsx'
import { LockNote } from './lock-note.tsx'
import { ResetPassword } from './reset-password.tsx'
import { UserActions } from './user-actions.tsx'
import { UserBadge } from './user-badge.tsx'
import { UserFacts } from './user-facts.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './user-detail.module.css'

/** One member of staff, and what an administrator can do about them. */
export function UserDetail({ user }: { readonly user: UserRow }) {
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
        <Steps user={user} />
      </div>
    </>
  )
}

/** The facts with the buttons beneath, or one form in their place. */
function Steps({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  const isSelf = user.id === self?.id
  const [step, setStep] = useState<'new' | 'edit' | 'reset' | 'edited' | 'resetDone'>('new')
  const [password, setPassword] = useState<string | null>(null)
  const backFromReset = () => {
    setPassword(null)
    setStep('resetDone')
  }
  if (password !== null)
    return (
      <Handover
        sentence={t('reset.made', { name: user.fullName })}
        fullName={user.fullName}
        username={user.username}
        password={password}
        onDone={backFromReset}
      />
    )
  if (step === 'edit') return <EditUser user={user} isSelf={isSelf} onDone={() => setStep('edited')} />
  if (step === 'reset') return <ResetPassword user={user} onReset={setPassword} onCancel={backFromReset} />
  return (
    <>
      <LockNote user={user} mayUnlock={user.ownBranch} />
      <UserFacts user={user} />
      {user.ownBranch ? (
        <UserActions
          user={user}
          isSelf={isSelf}
          returned={step === 'new' ? null : step === 'edited' ? 'edit' : 'reset'}
          onEdit={() => setStep('edit')}
          onReset={() => setStep('reset')}
        />
      ) : (
        <Note tone="info">{t('otherBranch', { branch: user.branchName })}</Note>
      )}
    </>
  )
}
