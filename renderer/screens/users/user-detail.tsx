import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { Handover } from './handover.tsx'
import { ResetPassword } from './reset-password.tsx'
import { STATUS_TONE } from './status-tone.ts'
import { UserFacts } from './user-facts.tsx'
import { UserStatus } from './user-status.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import styles from './user-detail.module.css'

/** One member of staff, and what an administrator can do about them. */
export function UserDetail({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  const [password, setPassword] = useState<string | null>(null)
  return (
    <>
      <header className={panel.head}>
        <h2>{user.fullName}</h2>
        <span className={layout.grow} />
        <StatusBadge tone={STATUS_TONE[user.status]}>{t(`status.${user.status}`)}</StatusBadge>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop, styles.detail)}>
        {password === null && <UserFacts user={user} />}
        {user.id === self?.id ? (
          <Note tone="info">{t('ownHint')}</Note>
        ) : (
          <Administration user={user} password={password} onPassword={setPassword} />
        )}
      </div>
    </>
  )
}

type AdministrationProps = {
  readonly user: UserRow
  /** The temporary password that was just given, to be handed over. */
  readonly password: string | null
  readonly onPassword: (password: string | null) => void
}

/** The status and password of another user: one form at a time. */
function Administration({ user, password, onPassword }: AdministrationProps) {
  const { t } = useTranslation('users')
  const [step, setStep] = useState<'rest' | 'reset' | 'back'>('rest')
  const back = () => {
    onPassword(null)
    setStep('back')
  }
  if (password !== null)
    return (
      <Handover
        sentence={t('reset.made', { name: user.fullName })}
        fullName={user.fullName}
        username={user.username}
        password={password}
        onDone={back}
      />
    )
  if (step === 'reset') return <ResetPassword user={user} onReset={onPassword} onCancel={back} />
  return (
    <>
      <UserStatus user={user} />
      <BusyButton variant="default" startHere={step === 'back'} onClick={() => setStep('reset')}>
        {t('reset.start')}
      </BusyButton>
    </>
  )
}
