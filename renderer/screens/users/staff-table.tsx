import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useStaffColumns } from './use-staff-columns.tsx'

type Props = {
  readonly users: Answer<readonly UserRow[]>
  /** Some are left out by a filter. */
  readonly narrowed: boolean
  readonly selectedKey: string | null
  readonly onOpen: (user: UserRow) => void
}

/** One row a person: arrow keys move, Enter opens. */
export function StaffTable({ users, narrowed, ...selection }: Props) {
  const { t } = useTranslation('users')
  const columns = useStaffColumns(users.state === 'known' ? users.value : [])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('people', { count })}
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      rowHeight={48}
      initialSort={{ id: 'fullName', desc: false }}
      empty={
        narrowed ? (
          <EmptyState title={t('noneFits')} hint={t('noneFitsHint')} />
        ) : (
          <EmptyState title={t('none')} />
        )
      }
      {...selection}
    />
  )
}
