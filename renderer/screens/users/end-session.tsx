import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useCall } from '../../calls/use-call.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure-note.tsx'

/** Signs somebody out at their workstation; asks first. */
export function EndSession({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { run, busy, failure } = useCall('users.endSessions')
  return (
    <>
      <Confirm
        danger
        label={t('session.end')}
        question={t('session.question', { name: user.fullName })}
        cancelLabel={t('session.keep')}
        busy={busy}
        onConfirm={() => void run({ userId: user.id })}
      />
      <FailureNote failure={failure} />
    </>
  )
}
