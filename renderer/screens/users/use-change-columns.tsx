import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffChange } from '../../../shared/contract/staff-reports.ts'
import { TimeText } from '../../components/bidi.tsx'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { PersonCell } from './person-cell.tsx'
import { TwoLines } from './two-lines.tsx'

const TONE: Readonly<Record<StaffChange['what'], Tone>> = {
  JOINED: 'ok',
  ROLE: 'wait',
  MOVED: 'wait',
  SUSPENDED: 'warn',
  RETURNED: 'ok',
  LEFT: 'neutral',
}

/** When, who, what became of them, from what to what, and by whom. */
export function useChangeColumns(): readonly Column<StaffChange>[] {
  const { t } = useTranslation('users')
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('changes.at'),
        width: 232,
        sort: ({ id }) => id,
        cell: ({ at }) => <TimeText value={at} />,
      },
      {
        id: 'person',
        header: t('fullName'),
        sort: ({ fullName }) => fullName,
        cell: (change) => <PersonCell {...change} />,
      },
      {
        id: 'what',
        header: t('changes.what'),
        width: 144,
        sort: ({ what }) => t(`changes.kind.${what}`),
        cell: ({ what }) => <StatusBadge tone={TONE[what]}>{t(`changes.kind.${what}`)}</StatusBadge>,
      },
      {
        id: 'role',
        header: t('role'),
        width: 136,
        sort: ({ role }) => t(`roleName.${role}`),
        cell: ({ role, roleBefore }) => (
          <TwoLines
            first={t(`roleName.${role}`)}
            second={roleBefore === null ? null : t('changes.before', { was: t(`roleName.${roleBefore}`) })}
          />
        ),
      },
      {
        id: 'branch',
        header: t('branch'),
        width: 144,
        sort: ({ branch }) => branch,
        cell: ({ branch, branchBefore }) => (
          <TwoLines
            first={branch}
            second={branchBefore === null ? null : t('changes.before', { was: branchBefore })}
          />
        ),
      },
      {
        id: 'by',
        header: t('changes.by'),
        sort: ({ by }) => by ?? '',
        cell: ({ by, approvedBy }) => (
          <TwoLines
            first={by ?? t('changes.setUp')}
            second={approvedBy === null ? null : t('changes.approved', { name: approvedBy })}
          />
        ),
      },
    ],
    [t],
  )
}
