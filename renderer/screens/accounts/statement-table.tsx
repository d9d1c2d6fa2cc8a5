import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { postingWidths } from './posting-widths.ts'

type Props = {
  readonly currency: string
  readonly lines: readonly StatementLine[] | undefined
  readonly hasMore: boolean
  readonly onEnd: () => void
  /** The transaction whose receipt is shown. */
  readonly opened: string | null
  readonly onOpen: (transactionId: string) => void
  /** Called once, when the first lines are there. */
  readonly onDrawn: () => void
}

/** Newest first, and only so: the running balance would say nothing in any other order. */
export function StatementTable({ currency, lines, hasMore, onEnd, opened, onOpen, onDrawn }: Props) {
  const { t } = useTranslation('accounts')
  const columns = useStatementColumns(lines ?? [], currency)
  const drawn = useRef(false)
  useEffect(() => {
    if (lines === undefined || drawn.current) return
    drawn.current = true
    onDrawn()
  }, [lines, onDrawn])
  const foot = lines !== undefined && lines.length > 0 && (hasMore ? t('more') : t('whole'))
  return (
    <DataTable
      label={t('statement')}
      counted={(count) => t('postings', { count })}
      columns={columns}
      rows={lines}
      rowKey={({ entryId }) => entryId}
      selectedKey={lines?.find(({ transactionId }) => transactionId === opened)?.entryId ?? null}
      onOpen={({ transactionId }) => onOpen(transactionId)}
      onEnd={onEnd}
      foot={foot}
      empty={<EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />}
    />
  )
}

function useStatementColumns(lines: readonly StatementLine[], currency: string) {
  const { t } = useTranslation('accounts')
  const { debit, credit, balance } = postingWidths(lines, currency, { side: 104, balance: 124 })
  return useMemo<Column<StatementLine>[]>(() => {
    const amountOn = (side: StatementLine['side']) => (line: StatementLine) =>
      line.side === side && <Amount value={line.amount} currency={currency} />
    return [
      {
        id: 'date',
        header: t('date'),
        width: 124,
        cell: ({ businessDate }) => <DateText value={businessDate} />,
      },
      {
        id: 'description',
        header: t('description'),
        cell: ({ transactionType, description }) => (
          <span title={description ?? undefined}>
            {t(`kind.${transactionType}`)}
            {description !== null && (
              <>
                {' '}
                <bdi className="dim">{description}</bdi>
              </>
            )}
          </span>
        ),
      },
      {
        id: 'reference',
        header: t('reference'),
        width: 136,
        cell: ({ reference }) => <Identifier>{reference}</Identifier>,
      },
      { id: 'debit', header: t('debit'), numeric: true, width: debit, cell: amountOn('DEBIT') },
      { id: 'credit', header: t('credit'), numeric: true, width: credit, cell: amountOn('CREDIT') },
      {
        id: 'balance',
        header: t('balance'),
        numeric: true,
        width: balance,
        cell: ({ balanceAfter }) => <Amount value={balanceAfter} currency={currency} strong />,
      },
    ]
  }, [t, currency, debit, credit, balance])
}
