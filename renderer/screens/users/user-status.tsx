import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useCall } from '../../calls/use-call.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { ProposeButton } from './propose-button.tsx'
import typography from '../../theme/typography.module.css'

/** Suspends or reinstates a user; both ask first. A supervisor or administrator is let in again by two people. */
export function UserStatus({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const setStatus = useCall('users.setStatus')
  const [done, setDone] = useState(false)
  const active = user.status === 'ACTIVE'
  const words = active ? 'suspend' : 'activate'
  const change = async () => {
    const answer = await setStatus.run({ userId: user.id, status: active ? 'SUSPENDED' : 'ACTIVE' })
    setDone(answer?.ok === true)
  }
  const keyHint = !active && (
    <p className={typography.secondary}>{t('activate.keyHint', { name: user.fullName })}</p>
  )
  if (!active && hasPower(user.role))
    return (
      <>
        <ProposeButton user={user} kind="USER_REACTIVATE" />
        {keyHint}
      </>
    )
  return (
    <>
      <Confirm
        key={user.status}
        startHere={done}
        danger={active}
        label={t(`${words}.action`)}
        question={t(active && hasPower(user.role) ? 'suspend.questionPower' : `${words}.question`, {
          name: user.fullName,
        })}
        cancelLabel={t(`${words}.cancel`)}
        busy={setStatus.busy}
        onConfirm={() => void change()}
      />
      {keyHint}
      <FailureNote failure={setStatus.failure} />
    </>
  )
}
