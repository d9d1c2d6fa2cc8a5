import { useTranslation } from 'react-i18next'
import type { KycStanding } from '../../../shared/contract/kyc.ts'
import { Note } from '../../components/failure-note.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { RiskBadge } from './risk-badge.tsx'
import { useRiskWords } from './use-risk-words.ts'
import typography from '../../theme/typography.module.css'
import styles from './review.module.css'

type Props = { readonly standing: KycStanding }

/** What stands of a customer's risk, KYC and reviews. */
export function StandingFacts({ standing }: Props) {
  const { t } = useTranslation('kyc')
  const { risk, isRated, expiredOn, reviewedOn, reviewDue, policy, reviews } = standing
  return (
    <>
      {expiredOn !== null && (
        <Note tone="bad">
          {t('standing.expired', {
            date: formatDate(expiredOn),
            blocks: t(`blocks.${policy.expiredBlocks}`),
          })}
        </Note>
      )}
      <p>
        <RiskBadge value={risk} />{' '}
        {isRated && <span className={typography.secondary}>{t('standing.rated')}</span>}
      </p>
      <Reasons standing={standing} />
      <p className={typography.secondary}>
        {t('standing.asked', {
          identities: policy.identities,
          addresses: policy.addresses,
          days: policy.addressDays,
        })}
      </p>
      <p>
        {t('standing.due', { date: formatDate(reviewDue) })}{' '}
        <span className={typography.secondary}>
          {t('standing.reviewed', { date: formatDate(reviewedOn) })}
        </span>
      </p>
      {reviews.length > 0 && (
        <section aria-label={t('standing.earlier')}>
          <h4 className={styles.title}>{t('standing.earlier')}</h4>
          <ul className={typography.secondary}>
            {reviews.map(({ id, reviewedOn: on, by, words }) => (
              <li key={id}>{t('standing.by', { date: formatDate(on), name: by, words })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Reasons({ standing: { reasons } }: Props) {
  const { t } = useTranslation('kyc')
  const inWords = useRiskWords()
  if (reasons.length === 0) return <p className={typography.secondary}>{t('standing.noReason')}</p>
  return (
    <ul className={styles.needs}>
      {reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.value}`}>
          <span>{inWords(reason)}</span>
          <RiskBadge value={reason.risk} />
        </li>
      ))}
    </ul>
  )
}
