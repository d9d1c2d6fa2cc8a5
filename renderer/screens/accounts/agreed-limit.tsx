import { ACCOUNT_KINDS, CUSTOMER_ACCOUNT_TYPES, isOwed } from '../../../shared/rules/account-kinds.ts'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormMoney } from '../../components/form/form-money.tsx'
import type { OpeningAccount } from './use-open-account.ts'

/** The overdraft of a current account or the principal of a loan: another person, a supervisor, approves it. */
export function AgreedLimit({ control }: Pick<OpeningAccount, 'control'>) {
  const { t } = useTranslation('accounts')
  const [chosen, currency] = useWatch({ control, name: ['accountType', 'currency'] })
  const type = CUSTOMER_ACCOUNT_TYPES.find((known) => known === chosen)
  if (type === undefined || !ACCOUNT_KINDS[type].mayHaveLimit) return null
  const owed = isOwed(type)
  return (
    <FormMoney
      control={control}
      name="agreedLimit"
      label={owed ? t('open.principal') : t('open.overdraft')}
      description={t('open.limitWaits')}
      currency={currency}
    />
  )
}
