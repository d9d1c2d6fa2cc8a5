import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../../shared/contract/books.ts'
import type { LedgerDay } from '../../../shared/contract/book-views.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { SidedAmount } from './sided-amount.tsx'

type Props = {
  readonly code: string
  readonly currency: string
  readonly basis: Basis
  readonly to: string
  readonly onOpen: (day: LedgerDay) => void
}

/** The dates on which something was posted on a code, the newest first, with the balance after each. */
export function LedgerDays({ code, currency, basis, to, onOpen }: Props) {
  const { t } = useTranslation('books')
  const { answer } = useQueryCall('books.generalLedger', { code, currency, basis, from: null, to })
  const columns = useMemo(() => columnsOf(t, currency), [t, currency])
  return (
    <DataTable
      label={t('ledger.title')}
      counted={(count) => t('ledger.days', { count })}
      columns={columns}
      rows={mapAnswer(answer, ({ days }) => days.toReversed())}
      rowKey={({ date }) => date}
      onOpen={onOpen}
      empty={<EmptyState title={t('ledger.none')} />}
    />
  )
}

const columnsOf = (t: TFunction<'books'>, currency: string): readonly Column<LedgerDay>[] => [
  { id: 'date', header: t('ledger.date'), width: 128, cell: ({ date }) => <DateText value={date} /> },
  {
    id: 'entries',
    header: t('ledger.entries'),
    numeric: true,
    width: 72,
    cell: ({ entries }) => entries,
  },
  {
    id: 'debits',
    header: t('debits'),
    numeric: true,
    width: 116,
    cell: ({ debits }) => <Amount value={debits} currency={currency} />,
  },
  {
    id: 'credits',
    header: t('credits'),
    numeric: true,
    width: 116,
    cell: ({ credits }) => <Amount value={credits} currency={currency} />,
  },
  {
    id: 'balance',
    header: t('balance'),
    numeric: true,
    width: 144,
    cell: ({ balance }) => <SidedAmount value={balance} currency={currency} />,
  },
]
