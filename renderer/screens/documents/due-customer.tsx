import { useTranslation } from 'react-i18next'
import type { KycDue } from '../../../shared/contract/kyc.ts'
import { useGo } from '../../app/navigate.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Standing } from './standing.tsx'
import { AskedFor } from './asked-for.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import panel from '../../components/panel.module.css'
import styles from './review.module.css'

/** In a low window it is longer than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** The customer of a line: risk, what is asked, and the review. */
export function DueCustomer({ due }: { readonly due: KycDue }) {
  const { t } = useTranslation('kyc')
  const go = useGo()
  const { customerId, customerName, customerNumber } = due
  return (
    <>
      <header className={panel.head}>
        <h2>
          <bdi>{customerName}</bdi>
        </h2>
        <span className={typography.secondary}>
          <Identifier>{customerNumber}</Identifier>
        </span>
      </header>
      <section
        className={classes(layout.scroll, styles.data)}
        aria-label={customerName}
        {...SCROLLED_BY_KEYS}
      >
        <AskedFor customerId={customerId} />
        <Standing customerId={customerId} />
        <button
          type="button"
          className={buttons.link}
          onClick={() => go('/customers', { customer: customerId })}
        >
          {t('due.openCustomer')}
        </button>
      </section>
    </>
  )
}
