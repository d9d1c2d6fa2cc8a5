import type { RiskReason } from '../../../shared/contract/kyc.ts'
import { customerAccountType } from '../../../shared/contract/fields.ts'
import { RISK_FACTORS, RISKS } from '../../../shared/rules/kyc.ts'
import { i18n } from '../../i18n/i18n.ts'
import { countryName } from '../customers/countries.ts'

/** A reason of a risk in words. */
export function riskWords({ kind, value }: Pick<RiskReason, 'kind' | 'value'>): string {
  if (kind === 'COUNTRY') return i18n.t('kyc:standing.reason.COUNTRY', { value: countryName(value) })
  if (kind !== 'PRODUCT') return i18n.t(`kyc:standing.reason.${kind}`)
  const type = customerAccountType.safeParse(value)
  const account = type.success ? i18n.t(`accounts:type.${type.data}`) : value
  return i18n.t('kyc:standing.reason.PRODUCT', { value: account })
}

/** The reasons as a proposal states them, such as `COUNTRY IR HIGH, CASH MEDIUM`. */
export const riskReasonsInText = (stated: string): string => stated.split(', ').map(inWords).join(', ')

function inWords(stated: string): string {
  const words = stated.split(' ')
  const kind = RISK_FACTORS.find((factor) => factor === words[0])
  const risk = RISKS.find((each) => each === words.at(-1))
  if (kind === undefined || risk === undefined) return stated
  const said = riskWords({ kind, value: words.slice(1, -1).join(' ') })
  return `${said} (${i18n.t(`kyc:risks.${risk}`)})`
}
