import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { toDecimal } from '../../../shared/money.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { rowKey, totals, type BalanceRow } from './balance-rows.ts'
import { SidedAmount } from './sided-amount.tsx'
import typography from '../../theme/typography.module.css'
import table from '../../components/table.module.css'

type Props = {
  readonly rows: Answer<readonly BalanceRow[]>
  readonly selected: string | null
  readonly onOpen: (row: BalanceRow) => void
}

/** Every code of the chart with entries; the sums at the foot are equal where the books balance. */
export function BalanceTable({ rows, selected, onOpen }: Props) {
  const { t } = useTranslation('books')
  const narrow = selected !== null
  const columns = useMemo(
    () => columnsOf(t).filter(({ id }) => !narrow || !TURNOVER.includes(id)),
    [t, narrow],
  )
  const sums = rows.state === 'known' ? totals(rows.value) : []
  return (
    <DataTable
      label={t('view.balance')}
      counted={(count) => t('codes', { count })}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      selectedKey={selected}
      onOpen={onOpen}
      empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
      sums={sums.flatMap(({ debits, credits }) => [
        { label: t('debits'), value: toDecimal(debits), currency: debits.currency },
        { label: t('credits'), value: toDecimal(credits), currency: credits.currency },
      ])}
    />
  )
}

/** What is left out beside an open line, so that names are read whole. */
const TURNOVER = ['debits', 'credits']

/** In pixels; a step of the chart beneath its parent. */
const STEP = 16

const columnsOf = (t: TFunction<'books'>): readonly Column<BalanceRow>[] => [
  {
    id: 'code',
    header: t('code'),
    width: 80,
    cell: ({ code }) => code !== null && <Identifier>{code}</Identifier>,
  },
  { id: 'account', header: t('account'), cell: (row) => <Name row={row} /> },
  {
    id: 'debits',
    header: t('debits'),
    numeric: true,
    width: 136,
    cell: ({ debits, currency }) => <Amount value={debits} currency={currency} />,
  },
  {
    id: 'credits',
    header: t('credits'),
    numeric: true,
    width: 136,
    cell: ({ credits, currency }) => <Amount value={credits} currency={currency} />,
  },
  {
    id: 'balance',
    header: t('balance'),
    numeric: true,
    width: 160,
    cell: ({ balance, currency }) => <SidedAmount value={balance} currency={currency} />,
  },
]

function Name({ row: { name, depth, currency } }: { readonly row: BalanceRow }) {
  const { t } = useTranslation('books')
  return (
    <span className={table.named} style={{ paddingInlineStart: depth * STEP }}>
      <bdi className={depth === 0 ? typography.primary : ''}>{name ?? t('notInChart')}</bdi>{' '}
      <span className={typography.currency}>{currency}</span>
    </span>
  )
}
