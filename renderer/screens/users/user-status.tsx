import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useCall } from '../../calls/use-call.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure-note.tsx'

/** Suspends or reinstates a user; both ask first. */
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
