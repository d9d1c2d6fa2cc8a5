import { useTranslation } from 'react-i18next'
import type { DetailName } from '../../../shared/contract/customers.ts'
import { countryName } from './countries.ts'
import { DETAILS } from './customer-details.ts'

/** A detail as text: the name of a country, the words of a choice, and anything else as it is. */
export function useDetailWords() {
  const { t } = useTranslation('customers')
  return (name: DetailName | 'taxResidences', value: string): string => {
    if (name === 'taxResidences') return value
    const detail = DETAILS[name]
    if (detail.kind === 'country') return countryName(value)
    const choices = detail.kind === 'choice' ? detail.choices : []
    const chosen = choices.find((choice) => choice.value === value)
    return chosen === undefined ? value : t(chosen.words)
  }
}
