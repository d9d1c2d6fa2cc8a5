import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { DateText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { Handover } from './handover.tsx'
import { ResetPassword } from './reset-password.tsx'
import { STATUS_TONE } from './status-tone.ts'

/** One member of staff, and what an administrator can do about them. */
export function UserDetail({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  const [step, setStep] = useState<'rest' | 'reset' | 'back'>('rest')
  const [password, setPassword] = useState<string | null>(null)
  const own = user.id === self?.id
  const back = () => {
    setPassword(null)
    setStep('back')
  }
  return (
    <>
      <header className="head">
        <h2>{user.fullName}</h2>
        <span className="grow" />
        <StatusBadge tone={STATUS_TONE[user.status]}>{t(`status.${user.status}`)}</StatusBadge>
      </header>
      <div className="scroll pad stack user-detail">
        {password === null && <UserFacts user={user} />}
        {own && <Note tone="info">{t('ownHint')}</Note>}
        {!own && step !== 'reset' && <Status user={user} />}
        {!own && step !== 'reset' && (
          <BusyButton variant="default" startHere={step === 'back'} onClick={() => setStep('reset')}>
            {t('reset.start')}
          </BusyButton>
        )}
        {step === 'reset' && password === null && (
          <ResetPassword user={user} onReset={setPassword} onCancel={back} />
        )}
        {password !== null && (
          <Handover
            sentence={t('reset.made', { name: user.fullName })}
            fullName={user.fullName}
            username={user.username}
            password={password}
            onDone={back}
          />
        )}
      </div>
    </>
  )
}

function UserFacts({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  return (
    <dl className="facts facts-lines">
      <div>
        <dt>{t('role')}</dt>
        <dd>{t(`roleName.${user.role}`)}</dd>
        <dd className="t2">{t(`roleMay.${user.role}`)}</dd>
      </div>
      <div>
        <dt>{t('username')}</dt>
        <dd>
          <bdi>{user.username}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('email')}</dt>
        <dd>
          <bdi>{user.email}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('password')}</dt>
        <dd>{user.mustChangePassword ? t('mustChange') : t('ownPassword')}</dd>
      </div>
      <div>
        <dt>{t('since')}</dt>
        <dd>
          <DateText value={user.createdAt.slice(0, 10)} />
        </dd>
      </div>
    </dl>
  )
}

/** Suspending asks first; so does letting somebody in again. */
function Status({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const setStatus = useCall('users.setStatus')
  const [done, setDone] = useState(false)
  const active = user.status === 'ACTIVE'
  const words = active ? 'suspend' : 'activate'
  const change = async () => {
    const answer = await setStatus.run({ userId: user.id, status: active ? 'SUSPENDED' : 'ACTIVE' })
    setDone(answer?.ok === true)
  }
  return (
    <>
      <Confirm
        key={user.status}
        startHere={done}
        danger={active}
        label={t(`${words}.action`)}
        question={t(`${words}.question`, { name: user.fullName })}
        cancelLabel={t(`${words}.cancel`)}
        busy={setStatus.busy}
        onConfirm={() => void change()}
      />
      <FailureNote failure={setStatus.failure} />
    </>
  )
}
