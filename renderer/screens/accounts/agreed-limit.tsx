import { ACCOUNT_KINDS, CUSTOMER_ACCOUNT_TYPES, isOwed } from '../../../shared/rules/account-kinds.ts'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormMoney } from '../../components/form/form-money.tsx'
import type { OpeningAccount } from './use-open-account.ts'
import typography from '../../theme/typography.module.css'

/** The overdraft of a current account or the principal of a loan: a field for a supervisor, a hint for a teller. */
export function AgreedLimit({ control, mayGrantLimit }: Pick<OpeningAccount, 'control' | 'mayGrantLimit'>) {
  const { t } = useTranslation('accounts')
  const [chosen, currency] = useWatch({ control, name: ['accountType', 'currency'] })
  const type = CUSTOMER_ACCOUNT_TYPES.find((known) => known === chosen)
  if (type === undefined || !ACCOUNT_KINDS[type].mayHaveLimit) return null
  const owed = isOwed(type)
  if (!mayGrantLimit)
    return (
      <p className={typography.secondary}>
        {owed ? t('open.principalBySupervisor') : t('open.limitBySupervisor')}
      </p>
    )
  return (
    <FormMoney
      control={control}
      name="agreedLimit"
      label={owed ? t('open.principal') : t('open.overdraft')}
      currency={currency}
    />
  )
}
