import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { lines } from '../../../shared/contract/fields.ts'
import { risk, type KycStanding } from '../../../shared/contract/kyc.ts'
import { RISKS } from '../../../shared/rules/kyc.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'

const schema = z.object({ risk: risk.or(z.literal('COMPUTED')), reason: lines(500) })

type Props = {
  readonly customerId: string
  readonly standing: KycStanding
  /** `message` says what was done. */
  readonly onClose: (message?: string) => void
}

/** Proposes another risk than the computed one, or the computed one again. */
export function RateForm({ customerId, standing, onClose }: Props) {
  const { t } = useTranslation('kyc')
  const propose = useCall('documents.proposeRating')
  const [key] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, { risk: standing.risk, reason: '' })
  const save = form.handleSubmit(async ({ risk: chosen, reason }) => {
    const rated = chosen === 'COMPUTED' ? null : chosen
    const answer = await propose.run({ key, customerId, risk: rated, reason })
    if (answer?.ok === true) onClose(t('rating.proposed'))
  })
  const choices = [...RISKS, 'COMPUTED' as const]
  return (
    <PanelForm
      title={t('rating.title')}
      submit={{ label: t('rating.propose'), run: () => void save(), busy: propose.busy }}
      leave={{ label: t('rating.cancel'), run: () => onClose(), unavailable: propose.busy }}
      failure={propose.failure}
    >
      <p>{t('rating.ask')}</p>
      <FormSelect
        control={form.control}
        name="risk"
        label={t('rating.risk')}
        options={choices.map((value) => ({ value, label: t(`risks.${value}`) }))}
        startHere
      />
      <FormText control={form.control} name="reason" label={t('rating.reason')} />
    </PanelForm>
  )
}
