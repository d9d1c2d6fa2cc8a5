import { useTranslation } from 'react-i18next'
import type { Product, ProductTerms } from '../../../shared/contract/products.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { SINCE_EVER } from '../../../shared/rules/product-terms.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { FeeTable } from './fee-table.tsx'
import { isNothing, percentOf } from './percent.ts'
import typography from '../../theme/typography.module.css'
import layout from '../../theme/layout.module.css'
import sums from '../../components/sums.module.css'

type Props = { readonly title: string; readonly product: Product; readonly terms: ProductTerms }

/** Terms with the day from which they hold. */
export function TermsView({ title, product, terms }: Props) {
  const { t } = useTranslation('products')
  return (
    <>
      <h3>
        {title}
        {', '}
        {terms.validFrom === SINCE_EVER ? t('sinceEver') : <DateText value={terms.validFrom} />}
      </h3>
      <TermsFacts product={product} terms={terms} />
      {terms.fees.length === 0 ? (
        <p className={typography.secondary}>{t('feesNone')}</p>
      ) : (
        <div className={layout.stack}>
          <FeeTable fees={terms.fees} currency={product.currency} />
        </div>
      )}
    </>
  )
}

function TermsFacts({ product: { accountType, currency }, terms }: Omit<Props, 'title'>) {
  const { t } = useTranslation('products')
  return (
    <dl className={sums.sums}>
      {terms.rates.map(({ above, rate }) => (
        <Fact
          key={above}
          label={
            <>
              {isOwed(accountType) ? t('loanRate') : t('rate')}{' '}
              {!isNothing(above) && (
                <>
                  {t('aboveAmount')} <Amount value={above} currency={currency} />
                </>
              )}
            </>
          }
        >
          {percentOf(rate)}
        </Fact>
      ))}
      {accountType === 'CURRENT' && (
        <Fact label={t('overdraftRate')}>
          {isNothing(terms.overdraftRate) ? t('noInterest') : percentOf(terms.overdraftRate)}
        </Fact>
      )}
      <Fact label={t('dayCount')}>{t(`dayCounts.${terms.dayCount}`)}</Fact>
      <Fact label={t('minimumBalance')}>
        <Amount value={terms.minimumBalance} currency={currency} withCurrency />
      </Fact>
      <Fact label={t('dormant')}>
        {terms.dormantAfter === null ? t('dormantNever') : t('dormantAfter', { count: terms.dormantAfter })}
      </Fact>
      <Fact label={t('monthlyFee')}>
        <Amount value={terms.monthlyFee} currency={currency} withCurrency />
      </Fact>
      {terms.feeWaivedFrom !== null && (
        <Fact label={t('feeWaivedFrom')}>
          <Amount value={terms.feeWaivedFrom} currency={currency} withCurrency />
        </Fact>
      )}
    </dl>
  )
}
