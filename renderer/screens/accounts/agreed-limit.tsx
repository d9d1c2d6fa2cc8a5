import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormMoney } from '../../components/form/form-money.tsx'
import type { OpeningAccount } from './use-open-account.ts'
import typography from '../../theme/typography.module.css'

/** The overdraft of a current account or the principal of a loan: a field for a supervisor, a hint for a teller. */
export function AgreedLimit({ control, mayGrantLimit }: Pick<OpeningAccount, 'control' | 'mayGrantLimit'>) {
  const { t } = useTranslation('accounts')
  const [type, currency] = useWatch({ control, name: ['accountType', 'currency'] })
  if (type === 'SAVINGS') return null
  const loan = type === 'LOAN'
  if (!mayGrantLimit)
    return (
      <p className={typography.secondary}>
        {loan ? t('open.principalBySupervisor') : t('open.limitBySupervisor')}
      </p>
    )
  return (
    <FormMoney
      control={control}
      name="agreedLimit"
      label={loan ? t('open.principal') : t('open.overdraft')}
      currency={currency}
    />
  )
}
