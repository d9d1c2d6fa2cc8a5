import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import typography from '../../theme/typography.module.css'

/** Which account: its kind, number, holder and balance, because it may be another than the one that was meant. */
export function ChangedAccount({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  const { accountType, accountNumber, customerName, ledgerBalance, currency } = account
  return (
    <p className={typography.primary}>
      {t(`type.${accountType}`)} <Identifier>{formatAccountNumber(accountNumber)}</Identifier>,{' '}
      <bdi>{customerName}</bdi>, {t(isOwed(accountType) ? 'owed' : 'balanceIs')}{' '}
      <Amount value={ledgerBalance} currency={currency} withCurrency strong />
    </p>
  )
}
