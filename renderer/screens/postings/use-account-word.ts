import { useTranslation } from 'react-i18next'
import { readLabel } from './account-words.ts'

/** The word for the label of a leg: the bank's word for a kind of account, or the name of a till. */
export function useAccountWord(): (label: string) => string {
  const { t } = useTranslation(['postings', 'accounts'])
  return (label) => {
    const { customers, bank } = readLabel(label)
    if (customers !== undefined) return t(`accounts:type.${customers}`)
    return bank === undefined ? label : t(`bankAccounts.${bank}`)
  }
}
