import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import type { Answer } from '../../calls/answer.ts'
import { useSession } from '../../calls/use-session.ts'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Column } from '../../components/table-column.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { STATUS_TONE } from './status-tone.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly users: Answer<readonly UserRow[]>
  readonly selectedKey: string | null
  readonly onOpen: (user: UserRow) => void
}

/** The staff of the branch. */
export function StaffTable(props: Props) {
  const { t } = useTranslation('users')
  const columns = useStaffColumns()
  const { users, ...selection } = props
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('people', { count })}
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      rowHeight={48}
      initialSort={{ id: 'fullName', desc: false }}
      empty={<EmptyState title={t('none')} />}
      {...selection}
    />
  )
}

function useStaffColumns(): readonly Column<UserRow>[] {
  const { t } = useTranslation('users')
  return useMemo(
    () => [
      {
        id: 'fullName',
        header: t('fullName'),
        sort: ({ fullName }) => fullName,
        cell: (user) => <NameCell user={user} />,
      },
      { id: 'email', header: t('email'), sort: ({ email }) => email, cell: ({ email }) => email },
      {
        id: 'role',
        header: t('role'),
        width: 120,
        sort: ({ role }) => t(`roleName.${role}`),
        cell: ({ role }) => t(`roleName.${role}`),
      },
      {
        id: 'status',
        header: t('state'),
        width: 128,
        sort: ({ status }) => t(`status.${status}`),
        cell: ({ status }) => <StatusBadge tone={STATUS_TONE[status]}>{t(`status.${status}`)}</StatusBadge>,
      },
      {
        id: 'since',
        header: t('since'),
        width: 120,
        sort: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => <DateText value={createdAt.slice(0, 10)} />,
      },
    ],
    [t],
  )
}

function NameCell({ user: { id, fullName, username } }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  return (
    <>
      <div className={classes(typography.primary, typography.clipped)}>
        {fullName} {id === self?.id && <span className={typography.subdued}>({t('you')})</span>}
      </div>
      <div className={classes(typography.secondary, typography.clipped)}>{username}</div>
    </>
  )
}
