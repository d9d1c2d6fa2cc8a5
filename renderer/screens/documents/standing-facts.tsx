import { useTranslation } from 'react-i18next'
import type { KycStanding } from '../../../shared/contract/kyc.ts'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { RiskBadge } from './risk-badge.tsx'
import { riskWords } from './risk-words.ts'
import facts from '../../components/facts.module.css'
import typography from '../../theme/typography.module.css'
import styles from './standing.module.css'

type Props = { readonly standing: KycStanding }

/** What stands of a customer's risk, KYC and reviews. */
export function StandingFacts({ standing }: Props) {
  const { t } = useTranslation('kyc')
  const { risk, isRated, expiredOn, reviewedOn, reviewDue, policy, reviews, kind } = standing
  const { identities, addresses, addressDays: days, extracts, extractDays } = policy
  const asked =
    kind === 'COMPANY'
      ? t('standing.askedOfCompany', { extracts, extractDays, addresses, days })
      : t('standing.askedFor', { identities, addresses, days })
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
      <dl className={facts.facts}>
        <Fact label={t('standing.risk')}>
          <RiskBadge value={risk} />
          {isRated && <p className={typography.secondary}>{t('standing.rated')}</p>}
        </Fact>
        <Fact label={t('standing.why')}>
          <Reasons standing={standing} />
        </Fact>
        <Fact label={t('standing.asked')}>{asked}</Fact>
        <Fact label={t('standing.due')}>
          {formatDate(reviewDue)}
          <p className={typography.secondary}>{t('standing.reviewed', { date: formatDate(reviewedOn) })}</p>
        </Fact>
        {reviews.length > 0 && (
          <Fact label={t('standing.earlier')}>
            <ul>
              {reviews.map(({ id, reviewedOn: on, by, words }) => (
                <li key={id}>{t('standing.by', { date: formatDate(on), name: by, words })}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </>
  )
}

function Reasons({ standing: { reasons } }: Props) {
  const { t } = useTranslation('kyc')
  if (reasons.length === 0) return t('standing.noReason')
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.value}`}>
          <span>{riskWords(reason)}</span>
          <RiskBadge value={reason.risk} />
        </li>
      ))}
    </ul>
  )
}
