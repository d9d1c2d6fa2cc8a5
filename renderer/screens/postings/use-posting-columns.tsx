import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import type { Column } from '../../components/table-column.ts'
import { postingWidths } from '../accounts/posting-widths.ts'

/** In pixels; the description takes what is left. */
const LEAST_WIDTHS = { side: 64, balance: 96 }

/** The columns of the last postings: date, description, debit, credit and balance. */
export function usePostingColumns(
  lines: readonly StatementLine[],
  currency: string,
): readonly Column<StatementLine>[] {
  const { t } = useTranslation('postings')
  const { debit, credit, balance } = postingWidths(lines, currency, LEAST_WIDTHS)
  return useMemo(() => {
    const side = (wanted: StatementLine['side']) => ({
      header: t(`side.${wanted}`),
      numeric: true,
      cell: (line: StatementLine) =>
        line.side === wanted && <Amount value={line.amount} currency={currency} />,
    })
    return [
      {
        id: 'date',
        header: t('date'),
        width: 84,
        cell: (line) => <DateText value={line.businessDate} short />,
      },
      { id: 'description', header: t('description'), cell: (line) => <PostingText line={line} /> },
      { id: 'debit', width: debit, ...side('DEBIT') },
      { id: 'credit', width: credit, ...side('CREDIT') },
      {
        id: 'balance',
        header: t('balance'),
        numeric: true,
        width: balance,
        cell: (line) => <Amount value={line.balanceAfter} currency={currency} strong />,
      },
    ]
  }, [t, currency, debit, credit, balance])
}

/** Its description, or what it is if it has none; a reversal says so first, because its own kind is that of what it reverses. */
function PostingText({ line: { description, transactionType, reversal } }: { readonly line: StatementLine }) {
  const { t } = useTranslation('accounts')
  const what = description ?? t(`kind.${transactionType}`)
  const text =
    reversal === null
      ? what
      : `${what} ${t(`reversal.${reversal.direction}`, { reference: reversal.reference })}`
  return <span title={text}>{text}</span>
}
