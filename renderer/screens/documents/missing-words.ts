import type { TFunction } from 'i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { isOfCompany, type Ask, type AskedFor, type Need } from '../../../shared/rules/documents.ts'

/** What the policy asks for one need, such as "1 of Passport, National ID (SE, NO)". */
export function askInWords(t: TFunction<'documents'>, { types, count, countries }: Ask): string {
  const listed = types.map((type) => t(`type.${type}`)).join(', ')
  const asked = count === 1 && types.length === 1 ? listed : t('missing.ofTypes', { count, listed })
  return countries === null ? asked : t('missing.issuedBy', { asked, countries: countries.join(', ') })
}

/** Of which need it is spoken: an extract of its register is what identifies a company. */
export const spokenNeed = ({ need, types }: Ask): Need | 'company' =>
  types.some(isOfCompany) ? 'company' : need

/** The same of what a supervisor asks for. */
export const spokenCode = (code: AskedFor, kind: CustomerView['kind']): AskedFor | 'COMPANY' =>
  code === 'IDENTITY' && kind === 'COMPANY' ? 'COMPANY' : code

/** The sentence that names what the policy of the customer's risk still asks for; null when nothing is missing. */
export function missingWords(t: TFunction<'documents'>, missing: readonly Ask[]): string | null {
  if (missing.length === 0) return null
  const named = missing.map((ask) =>
    t(`missing.${spokenNeed(ask)}`, { asked: askInWords(t, ask), count: ask.count }),
  )
  return t('missing.sentence', { named: named.join('; ') })
}
