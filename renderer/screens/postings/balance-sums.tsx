import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { fromLedger } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import styles from './balance-sums.module.css'

/** Ledger balance, what is kept back, what is agreed, and the available balance that follows from them. */
export function BalanceSums({ account }: { readonly account: AccountView }) {
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
    <dl className={styles.balances}>
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
