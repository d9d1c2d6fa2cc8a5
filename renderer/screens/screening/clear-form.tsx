import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { clearReason } from '../../../shared/contract/screening.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'

const schema = z.object({ reason: clearReason, words: text(500) })

export type DecisionFormProps = {
  readonly id: string
  readonly onDecided: () => void
  readonly onClose: () => void
}

/** Why the customer is somebody else: a reason of the list, and words. */
export function ClearForm({ id, onDecided, onClose }: DecisionFormProps) {
  const { t } = useTranslation('screening')
  const clear = useCall('screening.clear')
  const form = useContractForm(schema, { reason: 'OTHER_BIRTH', words: '' })
  const save = form.handleSubmit(async (typed) => {
    const answer = await clear.run({ id, ...typed })
    if (answer?.ok === true) onDecided()
  })
  return (
    <InlineForm
      submit={{ label: t('clear'), run: () => void save(), busy: clear.busy }}
      leave={{ label: t('back'), run: onClose }}
      failure={clear.failure}
      enter="moves-on"
    >
      <FormSelect
        control={form.control}
        name="reason"
        label={t('reason')}
        options={clearReason.options.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        startHere
      />
      <FormTextarea control={form.control} name="words" label={t('words')} rows={3} />
    </InlineForm>
  )
}
