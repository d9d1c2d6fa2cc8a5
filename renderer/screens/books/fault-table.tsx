import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookFault } from '../../../shared/contract/book-views.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'

type Props = {
  readonly faults: Answer<readonly BookFault[]>
  readonly onOpen: (fault: BookFault) => void
}

/** Every difference with the account, posting or day that it is in, and the first entry that diverges. */
export function FaultTable({ faults, onOpen }: Props) {
  const { t } = useTranslation('books')
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      label={t('check.differences')}
      counted={(count) => t('check.count', { count })}
      columns={columns}
      rows={faults}
      rowKey={({ fault, subject, date, currency }) => `${fault} ${subject} ${date ?? ''} ${currency ?? ''}`}
      onOpen={onOpen}
      empty={<EmptyState title={t('check.none')} hint={t('check.noneHint')} />}
    />
  )
}

const amountOf = (name: 'expected' | 'found') =>
  function AmountCell(fault: BookFault) {
    const value = fault[name]
    return value !== null && fault.currency !== null && <Amount value={value} currency={fault.currency} />
  }

const columnsOf = (t: TFunction<'books'>): readonly Column<BookFault>[] => [
  { id: 'fault', header: t('check.difference'), cell: ({ fault }) => t(`check.faults.${fault}`) },
  {
    id: 'subject',
    header: t('check.subject'),
    width: 152,
    cell: ({ subject }) => <Identifier>{subject}</Identifier>,
  },
  { id: 'found', header: t('check.found'), numeric: true, width: 128, cell: amountOf('found') },
  { id: 'expected', header: t('check.expected'), numeric: true, width: 128, cell: amountOf('expected') },
  {
    id: 'from',
    header: t('check.from'),
    width: 152,
    cell: ({ reference, date }) =>
      reference === null ? date !== null && <DateText value={date} /> : <Identifier>{reference}</Identifier>,
  },
]
