import { SegmentedControl } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { DateText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Column as TableColumn } from '../../components/table-column.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { CreateUser } from './create-user.tsx'
import { PermissionMatrix } from './permission-matrix.tsx'
import { STATUS_TONE } from './status-tone.ts'
import { UserDetail } from './user-detail.tsx'

type View = 'staff' | 'permissions'

/** The staff of the branch, and what each role may do. */
export function UsersScreen() {
  const { t } = useTranslation('users')
  const [view, setView] = useState<View>('staff')
  const [creating, setCreating] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const starter = useRef<HTMLButtonElement>(null)
  const list = useQueryCall('users.list', {})
  const startNew = () => {
    setView('staff')
    setCreating(true)
  }
  /** The form is gone and took the focus with it. */
  const finish = () => {
    setCreating(false)
    starter.current?.focus()
  }
  const show = (next: View) => {
    setView(next)
    setCreating(false)
  }
  useKeys({
    F2: { label: t('create.start'), run: startNew, active: creating },
    F3: { label: t('staff'), run: () => show('staff'), active: view === 'staff' && !creating },
    F4: { label: t('permissions'), run: () => show('permissions'), active: view === 'permissions' },
  })
  const user = list.data?.users.find(({ id }) => id === chosen)
  const header = (
    <PageHeader title={t('title')}>
      <SegmentedControl
        aria-label={t('views')}
        value={view}
        onChange={(next) => show(next === 'permissions' ? 'permissions' : 'staff')}
        data={[
          { value: 'staff', label: t('staff') },
          { value: 'permissions', label: t('permissions') },
        ]}
      />
      <BusyButton keys="F2" ref={starter} onClick={startNew}>
        {t('create.start')}
      </BusyButton>
    </PageHeader>
  )

  if (view === 'permissions')
    return (
      <Columns layout="single">
        <Column label={t('permissions')}>
          {header}
          <PermissionMatrix />
        </Column>
      </Columns>
    )
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        {header}
        <FailureNote failure={list.failure} />
        <StaffTable
          users={list.data?.users}
          selectedKey={creating ? null : chosen}
          onOpen={({ id }) => {
            setChosen(id)
            setCreating(false)
          }}
        />
      </Column>
      <Column label={creating ? t('create.title') : (user?.fullName ?? t('nobody.title'))} tone="sunken">
        {creating ? (
          <CreateUser onDone={finish} />
        ) : user === undefined ? (
          <EmptyState title={t('nobody.title')} hint={t('nobody.hint')} />
        ) : (
          <UserDetail key={user.id} user={user} />
        )}
      </Column>
    </Columns>
  )
}

function StaffTable({
  users,
  ...walk
}: {
  readonly users: readonly UserRow[] | undefined
  readonly selectedKey: string | null
  readonly onOpen: (user: UserRow) => void
}) {
  const { t } = useTranslation('users')
  const { user: self } = useSession()
  const columns = useMemo<readonly TableColumn<UserRow>[]>(
    () => [
      {
        id: 'fullName',
        header: t('fullName'),
        sort: ({ fullName }) => fullName,
        cell: ({ id, fullName, username }) => (
          <>
            <div className="t1 clip">
              {fullName} {id === self?.id && <span className="dim">({t('you')})</span>}
            </div>
            <div className="t2 clip">{username}</div>
          </>
        ),
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
    [t, self],
  )
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
      {...walk}
    />
  )
}
