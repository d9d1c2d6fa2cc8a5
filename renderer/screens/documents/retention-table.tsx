import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionRule } from '../../../shared/contract/retention.ts'
import type { Answer } from '../../calls/answer.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { formatDate } from '../../i18n/dates.ts'

type Props = {
  readonly rules: Answer<readonly RetentionRule[]>
  readonly selectedKey: string | null
  readonly onOpen: (rule: RetentionRule) => void
}

/** One row for each purpose and event, and one for each rule that begins later. */
export function RetentionTable({ rules, ...selection }: Props) {
  const { t } = useTranslation('retention')
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('rules.list')}
      counted={(count) => t('rules.count', { count })}
      columns={columns}
      rows={rules}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('rules.none')} hint={t('rules.noneHint')} />}
      {...selection}
    />
  )
}

const columnsOf = (t: TFunction<'retention'>): readonly Column<RetentionRule>[] => [
  {
    id: 'purpose',
    header: t('rules.purpose'),
    width: 208,
    cell: ({ purpose }) => t(`purposes.${purpose}`),
  },
  {
    id: 'years',
    header: t('rules.years'),
    cell: ({ years, event }) => t('rule', { count: years, event: t(`events.${event}`) }),
  },
  {
    id: 'validity',
    header: t('rules.validity'),
    width: 152,
    cell: ({ validFrom }) =>
      validFrom === null ? t('rules.byDefault') : t('rules.from', { from: formatDate(validFrom) }),
  },
]
