import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { fromLedger } from '../../../shared/money.ts'
import { ACCOUNT_KINDS, isOwed } from '../../../shared/rules/account-kinds.ts'
import { Amount } from '../../components/amount.tsx'
import styles from './balance-sums.module.css'

/** Ledger balance, what is kept back, what is agreed, and the available balance that follows from them. */
export function BalanceSums({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('postings')
  const { accountType, currency } = account
  const owed = isOwed(accountType)
  const parts = [
    { label: t(owed ? 'owedLabel' : 'ledger'), value: account.ledgerBalance },
    ...(owed ? [] : [{ label: t('minimum'), value: account.minimumBalance, sign: '−' }]),
    ...(ACCOUNT_KINDS[accountType].mayHaveLimit
      ? [{ label: t(owed ? 'principal' : 'limit'), value: account.agreedLimit, sign: owed ? '' : '+' }]
      : []),
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
        <dt>{t(owed ? 'mayDraw' : 'available')}</dt>
        <dd>
          <Amount value={account.availableBalance} currency={currency} strong />
        </dd>
      </div>
    </dl>
  )
}
