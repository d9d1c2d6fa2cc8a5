import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useSession } from '../../calls/use-session.ts'
import { TimeText } from '../../components/bidi.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { UserBadge } from './user-badge.tsx'
import { stateOf } from './user-state.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

/** Name, role, state and last sign-in; the branch where the staff of several is listed. */
export function useStaffColumns(users: readonly UserRow[]): readonly Column<UserRow>[] {
  const { t } = useTranslation('users')
  const several = new Set(users.map(({ branchName }) => branchName)).size > 1
  return useMemo(() => {
    const branch: Column<UserRow> = {
      id: 'branch',
      header: t('branch'),
      width: 128,
      sort: ({ branchName }) => branchName,
      cell: ({ branchName }) => <bdi className={typography.clipped}>{branchName}</bdi>,
    }
    return [
      {
        id: 'fullName',
        header: t('fullName'),
        sort: ({ fullName }) => fullName,
        cell: (user) => <NameCell user={user} />,
      },
      {
        id: 'role',
        header: t('role'),
        width: 120,
        sort: ({ role }) => t(`roleName.${role}`),
        cell: ({ role }) => t(`roleName.${role}`),
      },
      ...(several ? [branch] : []),
      {
        id: 'status',
        header: t('state'),
        width: 176,
        sort: (user) => t(`filter.${stateOf(user)}`),
        cell: (user) => <UserBadge user={user} />,
      },
      {
        id: 'lastSignIn',
        header: t('lastSignIn'),
        width: 232,
        sort: ({ lastSignIn }) => lastSignIn?.at ?? '',
        cell: ({ lastSignIn, session }) =>
          session !== null ? (
            <StatusBadge tone="ok">{t('session.now')}</StatusBadge>
          ) : lastSignIn === null ? (
            <span className={typography.subdued}>{t('never')}</span>
          ) : (
            <TimeText value={lastSignIn.at} />
          ),
      },
    ]
  }, [t, several])
}

function NameCell({ user: { id, fullName, username } }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  return (
    <>
      <div className={classes(typography.primary, typography.clipped)}>
        <bdi>{fullName}</bdi> {id === self?.id && <span className={typography.subdued}>({t('you')})</span>}
      </div>
      <div className={classes(typography.secondary, typography.clipped)}>{username}</div>
    </>
  )
}
