import { useTranslation } from 'react-i18next'
import { stateOf } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { StatusBadge } from '../../components/status-badge.tsx'
import { askInWords, spokenNeed } from './missing-words.ts'
import typography from '../../theme/typography.module.css'
import styles from './review.module.css'

const TONES = { approved: 'ok', waiting: 'wait', missing: 'neutral' } as const

/** What this customer's KYC still lacks. */
export function KycNeeds({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation('documents')
  return (
    <section aria-label={t('state')}>
      <h3 className={styles.title}>{t('state')}</h3>
      <ul className={styles.needs}>
        {customer.asks.map((ask) => {
          const { need } = ask
          const state = stateOf(customer.documents, ask)
          return (
            <li key={need}>
              <span>{t(`need.${spokenNeed(ask)}`)}</span>
              <StatusBadge tone={TONES[state]}>{t(`need.${state}`)}</StatusBadge>
              {state === 'missing' && (
                <p className={typography.secondary}>{t('need.missingWhat', { asked: askInWords(t, ask) })}</p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
