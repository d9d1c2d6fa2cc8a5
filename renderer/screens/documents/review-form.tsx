import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { isoDate, lines } from '../../../shared/contract/fields.ts'
import type { KycStanding } from '../../../shared/contract/kyc.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { yearsAfter } from './years-after.ts'

const schema = z.object({ words: lines(500), nextDue: isoDate })

type Props = {
  readonly customerId: string
  readonly standing: KycStanding
  /** `message` says what was done. */
  readonly onClose: (message?: string) => void
}

/** Decides the periodic review: what was found, and when the next one is due. */
export function ReviewForm({ customerId, standing, onClose }: Props) {
  const { t } = useTranslation('kyc')
  const { branch } = useSession()
  const review = useCall('documents.review')
  const [key] = useState(() => crypto.randomUUID())
  const today = branch?.businessDate ?? branch?.localDate ?? ''
  const form = useContractForm(schema, { words: '', nextDue: yearsAfter(today, standing.policy.reviewYears) })
  const save = form.handleSubmit(async (typed) => {
    const answer = await review.run({ key, customerId, ...typed })
    if (answer?.ok === true) onClose(t('review.done'))
  })
  return (
    <PanelForm
      title={t('review.title')}
      submit={{ label: t('review.save'), run: () => void save(), busy: review.busy }}
      leave={{ label: t('review.cancel'), run: () => onClose(), unavailable: review.busy }}
      failure={review.failure}
    >
      <p>{t('review.ask')}</p>
      <FormText control={form.control} name="words" label={t('review.words')} startHere />
      <FormDate control={form.control} name="nextDue" label={t('review.nextDue')} />
    </PanelForm>
  )
}
