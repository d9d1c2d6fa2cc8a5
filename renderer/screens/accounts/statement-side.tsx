import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { Amount } from '../../components/amount.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { StatementExport } from './statement-export.tsx'
import { isZero } from './zero.ts'

/** Whose account it is, what is on it, and the statement as a file. */
export function StatementSide({
  account,
  onCustomer,
}: {
  readonly account: AccountView
  readonly onCustomer: () => void
}) {
  const { t } = useTranslation('accounts')
  const { currency, accountType } = account
  const loan = accountType === 'LOAN'
  const balances = [
    { label: loan ? t('owedFact') : t('ledger'), value: account.ledgerBalance, always: true },
    { label: loan ? t('mayDrawFact') : t('available'), value: account.availableBalance, always: true },
    { label: t('minimum'), value: account.minimumBalance, always: false },
    { label: loan ? t('principal') : t('overdraft'), value: account.agreedLimit, always: false },
  ].filter(({ value, always }) => always || !isZero(value, currency))
  return (
    <>
      <div className="head">
        <h2>
          <bdi>{account.customerName}</bdi>
        </h2>
        <span className="grow" />
        <button type="button" className="link" onClick={onCustomer}>
          {t('openCustomer')}
        </button>
      </div>
      <div className="scroll pad">
        <dl className="account-sums">
          {balances.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Amount value={value} currency={currency} withCurrency strong />
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('openedOn')}</dt>
            <dd>
              <TimeText value={account.openedAt} />
            </dd>
          </div>
        </dl>
        <StatementExport accountId={account.id} />
      </div>
    </>
  )
}
