import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KycStanding } from '../../../shared/contract/kyc.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { RateForm } from './rate-form.tsx'
import { ReviewForm } from './review-form.tsx'
import { StandingFacts } from './standing-facts.tsx'
import layout from '../../theme/layout.module.css'
import styles from './review.module.css'

/** A customer's risk and why, whether the KYC is covered, and the next review; rating and reviewing begin here. */
export function Standing({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation('kyc')
  const { answer } = useQueryCall('documents.readStanding', { customerId })
  return (
    <section aria-label={t('standing.title')} className={styles.standing}>
      <h3 className={styles.title}>{t('standing.title')}</h3>
      <AnswerNote answer={answer} />
      {answer.state === 'known' && <KnownStanding customerId={customerId} standing={answer.value} />}
    </section>
  )
}

type Form = 'review' | 'rate'
type Props = { readonly customerId: string; readonly standing: KycStanding }

function KnownStanding({ customerId, standing }: Props) {
  const { t } = useTranslation('kyc')
  const [form, setForm] = useState<Form | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [mayReview, mayRate] = [useMay('documents.review'), useMay('documents.proposeRating')]
  const open = (next: Form) => {
    setSaid(null)
    setForm(next)
  }
  const close = (words: string | null) => {
    setSaid(words)
    setForm(null)
  }
  useKeys(
    {
      ...(mayReview ? { V: { label: t('standing.review'), run: () => open('review') } } : {}),
      ...(mayRate ? { Y: { label: t('standing.rate'), run: () => open('rate') } } : {}),
    },
    { enabled: form === null },
  )
  return (
    <>
      {said !== null && <Note tone="ok">{said}</Note>}
      <StandingFacts standing={standing} />
      {form === null && (
        <div className={layout.sideBySide}>
          {mayRate && (
            <BusyButton variant="default" size="xs" keys="Y" onClick={() => open('rate')}>
              {t('standing.rate')}
            </BusyButton>
          )}
          {mayReview && (
            <BusyButton variant="default" size="xs" keys="V" onClick={() => open('review')}>
              {t('standing.review')}
            </BusyButton>
          )}
        </div>
      )}
      {form === 'review' && <ReviewForm customerId={customerId} standing={standing} onClose={close} />}
      {form === 'rate' && <RateForm customerId={customerId} standing={standing} onClose={close} />}
    </>
  )
}
