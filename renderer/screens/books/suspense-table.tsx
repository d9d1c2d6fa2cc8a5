import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuspenseItem } from '../../../shared/contract/book-views.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { SidedAmount } from './sided-amount.tsx'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly items: Answer<readonly SuspenseItem[]>
  readonly onOpen: (item: SuspenseItem) => void
}

/** Entries on suspense accounts that are not cleared, the oldest first. */
export function SuspenseTable({ items, onOpen }: Props) {
  const { t } = useTranslation('books')
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('view.suspense')}
      counted={(count) => t('suspense.items', { count })}
      columns={columns}
      rows={items}
      rowKey={({ transactionId, accountNumber, amount }) => `${transactionId} ${accountNumber} ${amount}`}
      onOpen={onOpen}
      empty={<EmptyState title={t('suspense.none')} hint={t('suspense.noneHint')} />}
    />
  )
}

const signed = ({ side, open }: SuspenseItem) => (side === 'DEBIT' ? open : `-${open}`)

const columnsOf = (t: TFunction<'books'>): readonly Column<SuspenseItem>[] => [
  { id: 'date', header: t('suspense.date'), width: 128, cell: ({ date }) => <DateText value={date} /> },
  {
    id: 'days',
    header: t('suspense.days'),
    numeric: true,
    width: 64,
    sort: ({ days }) => days,
    cell: ({ days }) => days,
  },
  {
    id: 'reference',
    header: t('suspense.reference'),
    width: 144,
    cell: ({ reference }) => <Identifier>{reference}</Identifier>,
  },
  {
    id: 'description',
    header: t('suspense.description'),
    cell: ({ description }) => <bdi className={typography.subdued}>{description}</bdi>,
  },
  {
    id: 'amount',
    header: t('suspense.amount'),
    numeric: true,
    width: 128,
    cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
  },
  {
    id: 'open',
    header: t('suspense.open'),
    numeric: true,
    width: 152,
    cell: (item) => <SidedAmount value={signed(item)} currency={item.currency} />,
  },
]
