import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { Amount } from '../../components/amount.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { AccountTerms } from '../products/account-terms.tsx'
import { BalanceOn } from './balance-on.tsx'
import { PassbookSection } from './passbook-section.tsx'
import { StatementExport } from './statement-export.tsx'
import type { Period } from './statement-filter.ts'
import { isZero } from './zero.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import panel from '../../components/panel.module.css'
import sums from '../../components/sums.module.css'

type Props = {
  readonly account: AccountView
  readonly period: Period
  readonly onCustomer: () => void
  /** Null for an account without a passbook. */
  readonly onPassbook: (() => void) | null
}

/** Whose account it is, what is on it, and the statement as a file. */
export function StatementSide({ account, period, onCustomer, onPassbook }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <div className={panel.head}>
        <h2>
          <bdi>{account.customerName}</bdi>
        </h2>
        <span className={layout.grow} />
        <button type="button" className={buttons.link} onClick={onCustomer}>
          {t('openCustomer')}
        </button>
      </div>
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={layout.stack}>
          <Balances account={account} />
          <AccountTerms key={account.id} account={account} />
          <BalanceOn key={`${account.id} on`} account={account} />
        </div>
        <StatementExport accountId={account.id} period={period} />
        {onPassbook !== null && <PassbookSection onOpen={onPassbook} />}
      </div>
    </>
  )
}

function Balances({ account }: Pick<Props, 'account'>) {
  const { t } = useTranslation('accounts')
  const { currency, accountType } = account
  const owed = isOwed(accountType)
  const balances = [
    { label: owed ? t('owedFact') : t('ledger'), value: account.ledgerBalance, always: true },
    { label: owed ? t('mayDrawFact') : t('available'), value: account.availableBalance, always: true },
    { label: t('held'), value: account.held, always: false },
    { label: t('minimum'), value: account.minimumBalance, always: false },
    { label: owed ? t('principal') : t('overdraft'), value: account.agreedLimit, always: false },
  ].filter(({ value, always }) => always || !isZero(value, currency))
  return (
    <dl className={sums.sums}>
      {balances.map(({ label, value }) => (
        <Fact key={label} label={label}>
          <Amount value={value} currency={currency} withCurrency strong />
        </Fact>
      ))}
      <Fact label={t('openedOn')}>
        <TimeText value={account.openedAt} />
      </Fact>
    </dl>
  )
}
