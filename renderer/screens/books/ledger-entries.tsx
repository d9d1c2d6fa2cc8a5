import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { Basis } from '../../../shared/contract/books.ts'
import type { LedgerDay, LedgerEntry } from '../../../shared/contract/book-views.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Column } from '../../components/table-column.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'
import { useLedgerEntries } from './use-ledger-entries.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly day: LedgerDay
  readonly basis: Basis
  readonly onBack: () => void
}

/** The entries of a code on one date; opening one shows its posting. */
export function LedgerEntries({ code, name, currency, day, basis, onBack }: Props) {
  const { t } = useTranslation('books')
  const { entries, hasMore, more } = useLedgerEntries({ code, currency, date: day.date, basis })
  const [posting, setPosting] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t, currency), [t, currency])
  const back = posting === null ? onBack : () => setPosting(null)
  useKeys({ Escape: { label: t('ledger.back'), run: back } })
  if (posting !== null) return <ReceiptPanel key={posting} transactionId={posting} onClose={back} />
  return (
    <>
      <header className={panel.head}>
        <h2>{name}</h2>
        <span className={typography.secondary}>
          <DateText value={day.date} />
        </span>
        <span className={layout.grow} />
        <BusyButton variant="default" keys="Escape" startHere onClick={back}>
          {t('ledger.back')}
        </BusyButton>
      </header>
      <DataTable
        label={t('ledger.entries')}
        counted={(count) => t('ledger.entryCount', { count })}
        columns={columns}
        rows={entries}
        rowKey={({ entryId }) => entryId}
        onOpen={({ transactionId }) => setPosting(transactionId)}
        onEnd={more}
        foot={hasMore && <span>{t('ledger.more')}</span>}
        empty={<EmptyState title={t('ledger.none')} />}
      />
    </>
  )
}

function columnsOf(t: TFunction<'books'>, currency: string): readonly Column<LedgerEntry>[] {
  const amountOn = (side: LedgerEntry['side']) => (entry: LedgerEntry) =>
    entry.side === side && <Amount value={entry.amount} currency={currency} />
  return [
    {
      id: 'reference',
      header: t('ledger.reference'),
      width: 144,
      cell: ({ reference }) => <Identifier>{reference}</Identifier>,
    },
    {
      id: 'account',
      header: t('ledger.account'),
      cell: ({ accountNumber }) => <Identifier>{formatAccountNumber(accountNumber)}</Identifier>,
    },
    { id: 'debit', header: t('debits'), numeric: true, width: 124, cell: amountOn('DEBIT') },
    { id: 'credit', header: t('credits'), numeric: true, width: 124, cell: amountOn('CREDIT') },
  ]
}
