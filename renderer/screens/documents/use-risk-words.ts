import { useTranslation } from 'react-i18next'
import type { RiskReason } from '../../../shared/contract/kyc.ts'
import { customerAccountType } from '../../../shared/contract/fields.ts'
import { countryName } from '../customers/countries.ts'

/** The reasons of a risk in words. */
export function useRiskWords() {
  const { t } = useTranslation(['kyc', 'accounts'])
  return ({ kind, value }: RiskReason): string => {
    if (kind === 'COUNTRY') return t('standing.reason.COUNTRY', { value: countryName(value) })
    if (kind !== 'PRODUCT') return t(`standing.reason.${kind}`)
    const type = customerAccountType.safeParse(value)
    return t('standing.reason.PRODUCT', { value: type.success ? t(`accounts:type.${type.data}`) : value })
  }
}
