import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartAccount } from '../../../shared/contract/book-views.ts'
import { setText } from '../../../shared/rules/chart-file.ts'
import type { Answer } from '../../calls/answer.ts'
import { Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import table from '../../components/table.module.css'
import typography from '../../theme/typography.module.css'

/** Every code beneath the one above it, with the accounts that it sums up. */
export function ChartTable({ chart }: { readonly chart: Answer<readonly ChartAccount[]> }) {
  const { t } = useTranslation('books')
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('view.chart')}
      counted={(count) => t('chart.codes', { count })}
      columns={columns}
      rows={chart}
      rowKey={({ code }) => code}
      empty={<EmptyState title={t('chart.none')} />}
    />
  )
}

/** In pixels; a step of the chart beneath its parent. */
const STEP = 16

const columnsOf = (t: TFunction<'books'>): readonly Column<ChartAccount>[] => [
  { id: 'code', header: t('code'), width: 96, cell: ({ code }) => <Identifier>{code}</Identifier> },
  {
    id: 'account',
    header: t('account'),
    cell: ({ name, depth }) => (
      <span className={table.named} style={{ paddingInlineStart: depth * STEP }}>
        <bdi className={depth === 0 ? typography.primary : ''}>{name}</bdi>
      </span>
    ),
  },
  {
    id: 'class',
    header: t('chart.classHead'),
    width: 104,
    cell: ({ class: of }) => t(`chart.class.${of}`),
  },
  {
    id: 'side',
    header: t('chart.normalSide'),
    width: 72,
    cell: ({ normalSide }) => t(normalSide === 'DEBIT' ? 'debitBalance' : 'creditBalance'),
  },
  {
    id: 'sets',
    header: t('chart.sets'),
    cell: ({ sets }) => <span className={typography.subdued}>{sets.map(setText).join(', ')}</span>,
  },
]
