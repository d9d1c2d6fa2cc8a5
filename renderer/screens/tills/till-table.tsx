import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillRow } from '../../../shared/contract/tills.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import type { Column } from '../../components/table-column.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly tills: Answer<readonly TillRow[]>
  readonly selectedKey?: string | null
  readonly onOpen?: (till: TillRow) => void
}

/** The tills of the branch and who holds them. */
export function TillTable({ tills, ...selection }: Props) {
  const { t } = useTranslation('tills')
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('tills', { count })}
      columns={columns}
      rows={tills}
      rowKey={({ id }) => id}
      rowHeight={40}
      empty={<EmptyState title={t('noTills')} hint={t('noTillsHint')} />}
      {...selection}
    />
  )
}

const columnsOf = (t: TFunction<'tills'>): readonly Column<TillRow>[] => [
  { id: 'name', header: t('name'), cell: ({ name }) => <span className={typography.primary}>{name}</span> },
  {
    id: 'holder',
    header: t('holder'),
    cell: ({ holder }) => holder ?? <span className={typography.subdued}>{t('noHolder')}</span>,
  },
  {
    id: 'state',
    header: t('state'),
    width: 120,
    cell: ({ mine, holder, counted }) => (
      <StatusBadge tone={holder === null ? 'neutral' : counted ? 'warn' : 'ok'}>
        {counted ? t('counted') : mine ? t('yours') : holder === null ? t('free') : t('held')}
      </StatusBadge>
    ),
  },
]
