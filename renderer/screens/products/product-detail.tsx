import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/contract/products.ts'
import { termsInForce } from '../../../shared/rules/product-terms.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { TermsView } from './terms-view.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  readonly product: Product
  readonly date: string
  /** Absent for those who may not propose other terms. */
  readonly onChange?: () => void
}

/** What a product earns and costs today, what is agreed for later, and what was. */
export function ProductDetail({ product, date, onChange }: Props) {
  const { t } = useTranslation('products')
  useKeys(onChange === undefined ? {} : { E: { label: t('form.startChange'), run: onChange } })
  const inForce = termsInForce(product.terms, date)
  const parts = [
    { title: t('inForce'), terms: product.terms.filter((terms) => terms === inForce) },
    { title: t('later'), terms: product.terms.filter(({ validFrom }) => validFrom > date).toReversed() },
    {
      title: t('earlier'),
      terms: product.terms.filter((terms) => terms !== inForce && terms.validFrom <= date),
    },
  ]
  return (
    <>
      <header className={panel.head}>
        <h2>
          <bdi>{product.name}</bdi>
        </h2>
        <span className={layout.grow} />
        {product.standard && <StatusBadge tone="neutral">{t('standard')}</StatusBadge>}
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        {product.standard && <p className={typography.secondary}>{t('standardHint')}</p>}
        {parts.map(
          ({ title, terms }) =>
            terms.length > 0 && (
              <section key={title} className={layout.stack} aria-label={title}>
                {terms.map((one) => (
                  <TermsView key={one.validFrom} title={title} product={product} terms={one} />
                ))}
              </section>
            ),
        )}
        {onChange !== undefined && (
          <BusyButton variant="default" keys="E" onClick={onChange}>
            {t('form.startChange')}
          </BusyButton>
        )}
      </div>
    </>
  )
}
