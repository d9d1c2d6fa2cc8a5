import { useTranslation } from 'react-i18next'
import { branchTime } from '../../../shared/rules/branch-time.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { StatusBadge } from '../../components/status-badge.tsx'
import { STATE_TONE, stateOf } from './user-state.ts'

/** Whether a user can sign in: active, locked until when, suspended, or waiting for a password of their own. */
export function UserBadge({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const clock = useClock()
  const state = stateOf(user)
  return (
    <StatusBadge tone={STATE_TONE[state]}>
      {t(`status.${state}`, { time: clock(user.locked?.until ?? user.codesLockedUntil ?? '') })}
    </StatusBadge>
  )
}

/** The time of day at the branch. A lock-out ends within a quarter of an hour, so the date says nothing. */
export function useClock() {
  const { timeZone } = useBranchTime()
  return (isoTime: string) => (isoTime === '' ? '' : branchTime(new Date(isoTime), timeZone).time.slice(0, 5))
}
