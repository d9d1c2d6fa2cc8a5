import { Kbd } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView, StatementLine } from '../../../shared/contract/accounts.ts'
import { fromLedger } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Column } from '../../components/table-column.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { postingWidths } from '../accounts/posting-widths.ts'
import { useArrivals, useHeld } from './arrivals.ts'

const LAST_POSTINGS = 20
/** Somebody else may post on the account meanwhile. */
const EVERY_MS = 5_000

type Props = { readonly account: AccountView; readonly onStatement: () => void }

/** The account that the counter is about: how its available balance comes about, and its last postings. */
export function SelectedAccount({ account, onStatement }: Props) {
  const { t } = useTranslation(['postings', 'accounts'])
  const { held, handlers } = useHeld()
  const statement = useQueryCall(
    'accounts.statement',
    { accountId: account.id, before: null, limit: LAST_POSTINGS },
    { every: EVERY_MS },
  )
  const { rows, fresh, waiting } = useArrivals(account.id, statement.data?.lines, held)
  const columns = usePostingColumns(rows ?? [], account.currency)
  return (
    <>
      <div className="subhead">
        <h2>
          {t(`accounts:type.${account.accountType}`)}{' '}
          <span className="acct-number">
            <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
          </span>
        </h2>
        <button type="button" className="link" onClick={onStatement}>
          {t('statement')}
          <Kbd aria-hidden>F8</Kbd>
        </button>
      </div>
      <SumLine account={statement.data?.account ?? account} />
      <FailureNote failure={statement.failure} />
      <div className="postings" {...handlers}>
        <DataTable
          key={account.id}
          label={t('lastPostings')}
          counted={(count) => t('lastCount', { count })}
          columns={columns}
          rows={rows}
          rowKey={({ entryId }) => entryId}
          fresh={({ entryId }) => fresh.has(entryId)}
          rowHeight={32}
          empty={<EmptyState title={t('noPostings')} hint={t('noPostingsHint')} />}
          foot={
            <span aria-live="polite">
              {waiting > 0 ? t('arrived', { count: waiting }) : statement.data?.next != null && t('older')}
            </span>
          }
        />
      </div>
    </>
  )
}

/** Ledger, what is kept back, what is agreed, and what follows from them. */
function SumLine({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('postings')
  const { accountType, currency } = account
  const isLoan = accountType === 'LOAN'
  const parts = [
    { label: t(isLoan ? 'owedLabel' : 'ledger'), value: account.ledgerBalance },
    ...(isLoan ? [] : [{ label: t('minimum'), value: account.minimumBalance, sign: '−' }]),
    ...(accountType === 'SAVINGS'
      ? []
      : [{ label: t(isLoan ? 'principal' : 'limit'), value: account.agreedLimit, sign: isLoan ? '' : '+' }]),
  ]
  return (
    <dl className="sumline">
      {parts.map(({ label, value, sign = '' }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {sign !== '' && fromLedger(value, currency).minor > 0n && `${sign} `}
            <Amount value={value} currency={currency} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t(isLoan ? 'mayDraw' : 'available')}</dt>
        <dd>
          <Amount value={account.availableBalance} currency={currency} strong />
        </dd>
      </div>
    </dl>
  )
}

function usePostingColumns(
  lines: readonly StatementLine[],
  currency: string,
): readonly Column<StatementLine>[] {
  const { t } = useTranslation(['postings', 'accounts'])
  const { debit, credit, balance } = postingWidths(lines, currency, { side: 88, balance: 108 })
  return useMemo(() => {
    const side = (wanted: StatementLine['side']) => (line: StatementLine) =>
      line.side === wanted && <Amount value={line.amount} currency={currency} />
    return [
      {
        id: 'date',
        header: t('date'),
        width: 84,
        cell: (line) => <DateText value={line.businessDate} short />,
      },
      {
        id: 'description',
        header: t('description'),
        cell: (line) => {
          const text = line.description ?? t(`accounts:kind.${line.transactionType}`)
          return <span title={text}>{text}</span>
        },
      },
      { id: 'debit', header: t('side.DEBIT'), numeric: true, width: debit, cell: side('DEBIT') },
      { id: 'credit', header: t('side.CREDIT'), numeric: true, width: credit, cell: side('CREDIT') },
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
