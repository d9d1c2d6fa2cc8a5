import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/contract/accounts.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import type { Column } from '../../components/table-column.ts'
import { postingWidths } from './posting-widths.ts'
import table from '../../components/table.module.css'
import typography from '../../theme/typography.module.css'

/** The columns of a statement; those of amounts are as wide as the widest amount among these lines. */
export function useStatementColumns(lines: readonly StatementLine[], currency: string) {
  const { t } = useTranslation('accounts')
  const { debit, credit, balance } = postingWidths(lines, currency, { side: 80, balance: 96 })
  return useMemo(
    () => [...descriptiveColumns(t), ...amountColumns(t, currency, { debit, credit, balance })],
    [t, currency, debit, credit, balance],
  )
}

const descriptiveColumns = (t: TFunction<'accounts'>): readonly Column<StatementLine>[] => [
  {
    id: 'date',
    header: t('date'),
    width: 124,
    cell: ({ businessDate }) => <DateText value={businessDate} />,
  },
  { id: 'description', header: t('description'), cell: (line) => <Description line={line} /> },
  {
    id: 'reference',
    header: t('reference'),
    width: 136,
    cell: ({ reference }) => <Identifier>{reference}</Identifier>,
  },
]

function Description({
  line: { transactionType, description, actor, reversal },
}: {
  readonly line: StatementLine
}) {
  const { t } = useTranslation('accounts')
  return (
    <span className={table.named} title={description ?? undefined}>
      {t(`kind.${transactionType}`)}
      {description !== null && (
        <>
          {' '}
          <bdi className={typography.subdued}>{description}</bdi>
        </>
      )}
      {reversal !== null && (
        <span className={typography.subdued}>
          {' '}
          {t(`reversal.${reversal.direction}`, { reference: reversal.reference })}
        </span>
      )}
      {actor !== 'PERSON' && <span className={typography.subdued}> {t('bySystem')}</span>}
    </span>
  )
}

function amountColumns(
  t: TFunction<'accounts'>,
  currency: string,
  { debit, credit, balance }: ReturnType<typeof postingWidths>,
): readonly Column<StatementLine>[] {
  const amountOn = (side: StatementLine['side']) => (line: StatementLine) =>
    line.side === side && <Amount value={line.amount} currency={currency} />
  return [
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
}
