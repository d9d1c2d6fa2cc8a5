import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/amount.tsx'
import typography from '../../theme/typography.module.css'

type Props = {
  /** Debits minus credits, as decimal text. */
  readonly value: string
  readonly currency: string
}

/** A balance without a sign, and the side on which it stands; nothing beside a zero. */
export function SidedAmount({ value, currency }: Props) {
  const { t } = useTranslation('books')
  const isDebit = !value.startsWith('-')
  const isZero = /^-?[0.]*$/.test(value)
  return (
    <>
      <Amount value={value.replace('-', '')} currency={currency} strong />{' '}
      <span
        className={typography.currency}
        title={isZero ? '' : t(isDebit ? 'debitBalanceInWords' : 'creditBalanceInWords')}
      >
        {isZero ? '\u2007\u2007' : t(isDebit ? 'debitBalance' : 'creditBalance')}
      </span>
    </>
  )
}
