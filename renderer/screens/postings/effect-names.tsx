import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { Identifier } from '../../components/bidi.tsx'
import { readLabel } from './account-words.ts'
import type { BalanceLine } from './effect-balances.ts'
import type { EffectLine } from './effect-lines.ts'
import { useAccountWord } from './use-account-word.ts'
import typography from '../../theme/typography.module.css'

/** The account of a leg: kind and number of a customer's, the name of the bank's own. */
export function LegName({ line: { label, holder, accountNumber } }: { readonly line: EffectLine }) {
  const { t } = useTranslation('postings')
  const word = useAccountWord()
  if (label === null)
    return <span className={typography.subdued}>{t(holder === null ? 'yourTill' : 'noAccount')}</span>
  if (readLabel(label).bank !== undefined) return word(label)
  if (holder === null) return t('cashIn', { till: label })
  return (
    <>
      {word(label)} <Identifier>{formatAccountNumber(accountNumber ?? '')}</Identifier>
    </>
  )
}

/** Which balance a line is about, and whose it is where two customers' accounts are concerned. */
export function BalanceName({ line: { what, whose, label } }: { readonly line: BalanceLine }) {
  const { t } = useTranslation('postings')
  const word = useAccountWord()
  if (what === 'cash') return word(label ?? '')
  const balance = t(`balances.${what}`)
  return whose === null ? balance : t(`whose.${whose}`, { what: balance })
}
