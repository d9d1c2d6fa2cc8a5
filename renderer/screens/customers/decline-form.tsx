import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'

const schema = z.object({ reason: text(500) })

type Props = {
  readonly correctionId: string
  readonly onDeclined: () => void
  readonly onClose: () => void
}

/** Declines a correction for a reason. */
export function DeclineForm({ correctionId, onDeclined, onClose }: Props) {
  const { t } = useTranslation('customers')
  const decline = useCall('customers.declineCorrection')
  const form = useContractForm(schema, { reason: '' })
  const save = form.handleSubmit(async ({ reason }) => {
    const answer = await decline.run({ correctionId, reason })
    if (answer?.ok === true) onDeclined()
  })
  return (
    <InlineForm
      submit={{ label: t('correction.decline'), run: () => void save(), busy: decline.busy }}
      leave={{ label: t('cancel'), run: onClose }}
      failure={decline.failure}
      enter="moves-on"
    >
      <FormTextarea control={form.control} name="reason" label={t('reason')} rows={2} startHere />
    </InlineForm>
  )
}
