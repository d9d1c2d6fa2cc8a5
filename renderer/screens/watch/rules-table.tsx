import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashRules } from '../../../shared/contract/watch.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { formatDate } from '../../i18n/dates.ts'

type Props = {
  readonly rules: Answer<readonly CashRules[]>
  readonly selectedKey: string | null
  readonly onOpen: (rules: CashRules) => void
}

/** From when on a person's cash is looked at: the rules in force, and those that begin later. */
export function RulesTable({ rules, ...selection }: Props) {
  const { t } = useTranslation(['watch', 'limits'])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('rules.table')}
      counted={(count) => t('rules.count', { count })}
      columns={columns}
      rows={rules}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('rules.none')} hint={t('rules.noneHint')} />}
      {...selection}
    />
  )
}

type Translate = TFunction<['watch', 'limits']>

const amount = (id: 'identifyAbove' | 'reportAbove', width: number, t: Translate): Column<CashRules> => ({
  id,
  header: t(`rules.${id}`),
  width,
  numeric: true,
  cell: (rules) => <Amount value={rules[id]} currency={rules.currency} />,
})

const columnsOf = (t: Translate): readonly Column<CashRules>[] => [
  amount('identifyAbove', 176, t),
  amount('reportAbove', 144, t),
  {
    id: 'window',
    header: t('rules.window'),
    cell: ({ windowDays: days, leastPostings: postings, sumShare: share }) =>
      t('rules.windowText', { days, postings, share }),
  },
  {
    id: 'validity',
    header: t('limits:validity'),
    width: 136,
    cell: ({ validFrom }) =>
      validFrom === null ? t('limits:byDefault') : t('limits:from', { from: formatDate(validFrom) }),
  },
]
