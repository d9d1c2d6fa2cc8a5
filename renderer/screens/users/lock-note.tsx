import { useTranslation } from 'react-i18next'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { ProposeButton } from './propose-button.tsx'
import { useClock } from './user-badge.tsx'

type Props = { readonly user: UserRow; readonly mayUnlock: boolean }

/** Where somebody is locked out or with which codes, until when, and the way to end it. Nothing for those who are not. */
export function LockNote({ user, mayUnlock }: Props) {
  const { id, fullName, locked, codesLockedUntil, role } = user
  const { t } = useTranslation('users')
  const clock = useClock()
  const { time } = useBranchTime()
  const unlock = useCall('users.unlock')
  if (locked === null && codesLockedUntil === null) return null
  return (
    <>
      {locked !== null && (
        <Note tone="warn">
          {t('unlock.text', { name: fullName, workstation: locked.workstation, time: clock(locked.until) })}
        </Note>
      )}
      {codesLockedUntil !== null && (
        <Note tone="warn">{t('codesLocked', { name: fullName, time: time(codesLockedUntil) })}</Note>
      )}
      {mayUnlock && hasPower(role) && <ProposeButton user={user} kind="USER_UNLOCK" />}
      {mayUnlock && !hasPower(role) && (
        <BusyButton variant="default" busy={unlock.busy} onClick={() => void unlock.run({ userId: id })}>
          {t('unlock.action')}
        </BusyButton>
      )}
      <FailureNote failure={unlock.failure} />
    </>
  )
}
