import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { fromLedger } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { arriveAtAccounts, chooseAccount, takeAccount, useCounterWork } from './counter-work.ts'

type Props = {
  readonly accounts: readonly AccountView[]
  readonly selected: AccountView
}

/** A table that is walked by arrow keys is a grid (WAI-ARIA practices); its rows and cells follow from that. */
const GRID = { role: 'grid' } as const

/** The customer's accounts. Arrow keys choose, Enter takes the chosen one onto the slip. */
export function AccountTable({ accounts, selected }: Props) {
  const { t } = useTranslation('postings')
  const body = useRef<HTMLTableSectionElement>(null)
  const leftFrom = useCounterWork((work) => work.leftFrom)
  useEffect(() => {
    if (leftFrom !== null) arriveAtAccounts(leftFrom, body.current?.querySelector('tr[tabindex="0"]') ?? null)
  }, [leftFrom])
  const [one, ...others] = new Set(accounts.map(({ currency }) => currency))
  const shared = others.length === 0 ? one : undefined
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return roveFocus(event, 'tr')
    event.preventDefault()
    takeAccount(formatAccountNumber(selected.accountNumber))
  }
  return (
    <div className="acct-frame">
      <table className="tbl acct" {...GRID} aria-label={t('accounts')}>
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            <th scope="col" className="n">
              {t('ledger')} <span className="ccy">{shared}</span>
            </th>
            <th scope="col" className="n">
              {t('available')} <span className="ccy">{shared}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body} {...{ onKeyDown }}>
          {accounts.map((account) => (
            <Row
              key={account.id}
              account={account}
              on={account.id === selected.id}
              withCurrency={shared === undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { readonly account: AccountView; readonly on: boolean; readonly withCurrency: boolean }

function Row({ account, on, withCurrency }: RowProps) {
  const { t } = useTranslation(['postings', 'accounts'])
  const choose = () => chooseAccount(account.accountNumber)
  const walk = { onFocus: choose, onClick: choose }
  const { currency, accountType, status } = account
  const isLoan = accountType === 'LOAN'
  const hasLimit = accountType === 'CURRENT' && fromLedger(account.agreedLimit, currency).minor > 0n
  return (
    <tr data-on={on || undefined} data-opens aria-selected={on} tabIndex={on ? 0 : -1} {...walk}>
      <td className="clip">
        <b>{t(`accounts:type.${accountType}`)}</b>{' '}
        <span className="acct-number">
          <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
        </span>
      </td>
      <td className="n">
        {isLoan && <span className="word">{t('owed')}</span>}
        <Amount value={account.ledgerBalance} currency={currency} withCurrency={withCurrency} />
      </td>
      <td className="n">
        {status !== 'ACTIVE' && <span className="acct-state">{t(`accounts:status.${status}`)}</span>}
        {status === 'ACTIVE' && isLoan && <span className="word">{t('toDraw')}</span>}
        {status === 'ACTIVE' && hasLimit && <span className="word">{t('withLimit')}</span>}
        <Amount value={account.availableBalance} currency={currency} withCurrency={withCurrency} strong />
      </td>
    </tr>
  )
}
