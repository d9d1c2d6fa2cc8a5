import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'

const schema = z.object({ reason: text(500) })

type Props = {
  readonly approvalId: string
  readonly onDeclined: () => void
  readonly onClose: () => void
}

/** Declines a proposal for a reason, which its proposer reads. */
export function DeclineForm({ approvalId, onDeclined, onClose }: Props) {
  const { t } = useTranslation('approvals')
  const decline = useCall('approvals.decline')
  const form = useContractForm(schema, { reason: '' })
  const save = form.handleSubmit(async ({ reason }) => {
    const answer = await decline.run({ approvalId, reason })
    if (answer?.ok === true) onDeclined()
  })
  return (
    <InlineForm
      submit={{ label: t('decline'), run: () => void save(), busy: decline.busy, danger: true }}
      leave={{ label: t('back'), run: onClose }}
      failure={decline.failure}
      enter="moves-on"
    >
      <FormTextarea control={form.control} name="reason" label={t('reasonFor')} rows={3} startHere />
    </InlineForm>
  )
}
