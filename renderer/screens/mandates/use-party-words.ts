import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { PartyView } from '../../../shared/contract/mandates.ts'
import { fromLedger } from '../../../shared/money.ts'
import { showMoney } from '../../i18n/amounts.ts'
import { formatDate } from '../../i18n/dates.ts'

/** What a power says, in words: what as, how far, how long. */
export function usePartyWords() {
  const { t } = useTranslation('mandates')
  const limitOf = ({ perPosting, currency, share, power }: PartyView): string => {
    if (power === 'OWNER') return t('share', { percent: share ?? '' })
    if (perPosting === null || currency === null) return t('anyAmount')
    return t('upTo', { amount: `${showMoney(fromLedger(perPosting, currency))} ${currency}` })
  }
  const signsHow = ({ power, together }: PartyView): string =>
    t(power === 'OWNER' ? 'signs.never' : together ? 'signs.together' : 'signs.alone')
  const accountOf = ({ accountNumber }: PartyView): string =>
    accountNumber === null ? t('allAccounts') : formatAccountNumber(accountNumber)
  const stateOf = ({ state, validFrom, endedOn }: PartyView): string => {
    if (state === 'LATER') return t('states.LATER', { date: formatDate(validFrom) })
    const date = endedOn === null ? '' : formatDate(endedOn)
    return t(`states.${state}`, { date })
  }
  const powerInWords = (party: PartyView): readonly string[] => [
    t(`powers.${party.power}`),
    ...(party.together ? [t('slip.together')] : []),
    ...(party.perPosting === null ? [] : [limitOf(party)]),
    ...(party.validUntil === null ? [] : [t('slip.until', { date: formatDate(party.validUntil) })]),
  ]
  return { limitOf, signsHow, accountOf, stateOf, powerInWords }
}
