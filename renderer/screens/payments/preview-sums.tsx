import { useTranslation } from 'react-i18next'
import type { PaymentPreview } from '../../../shared/contract/payments.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import typography from '../../theme/typography.module.css'
import sums from '../../components/sums.module.css'
import { isZero } from '../accounts/zero.ts'

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const
const isSeparator = (sign: string): sign is keyof typeof SEPARATORS => Object.hasOwn(SEPARATORS, sign)

/** What a file comes to against what is available, and how it was read. */
export function PreviewSums({ preview }: { readonly preview: PaymentPreview }) {
  const { t } = useTranslation('payments')
  const { payments, total, fee, leftOut, leftOutTotal, available, currency, messageId, fileHash } = preview
  return (
    <>
      <dl className={sums.slipSums}>
        <Sum label={t('toPost')} count={payments} value={total} currency={currency} />
        {leftOut > 0 && <Sum label={t('leftOut')} count={leftOut} value={leftOutTotal} currency={currency} />}
        {!isZero(fee, currency) && (
          <div>
            <dt>{t('fee')}</dt>
            <dd>
              <Amount value={fee} currency={currency} withCurrency />
            </dd>
          </div>
        )}
        <div data-sum>
          <dt>{t('available')}</dt>
          <dd>
            <Amount value={available} currency={currency} withCurrency />
          </dd>
        </div>
      </dl>
      <p className={typography.secondary}>
        <ReadAs preview={preview} />
        {messageId !== null && (
          <>
            <br />
            {t('message')} <Identifier>{messageId}</Identifier>
          </>
        )}
        <br />
        {t('hash')} <Identifier>{fileHash.slice(0, 16)}</Identifier>
      </p>
    </>
  )
}

type SumProps = {
  readonly label: string
  readonly count: number
  readonly value: string
  readonly currency: string
}

function Sum({ label, count, value, currency }: SumProps) {
  const { t } = useTranslation('payments')
  return (
    <div>
      <dt>
        {label} <span className={typography.secondary}>{t('lineCount', { count })}</span>
      </dt>
      <dd>
        <Amount value={value} currency={currency} withCurrency />
      </dd>
    </div>
  )
}

function ReadAs({ preview: { format, encoding, separator } }: { readonly preview: PaymentPreview }) {
  const { t } = useTranslation('payments')
  const facts = { format: t(`format.${format}`), encoding }
  return separator !== null && isSeparator(separator)
    ? t('columnsBy', { ...facts, separator: t(`separator.${SEPARATORS[separator]}`) })
    : t('readAsText', facts)
}
