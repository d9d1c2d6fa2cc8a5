import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import type { DecisionFormProps } from './clear-form.tsx'

const schema = z.object({ words: text(500) })

/** Confirms that the customer is who is listed, and says what follows from it. */
export function ConfirmForm({ id, onDecided, onClose }: DecisionFormProps) {
  const { t } = useTranslation('screening')
  const confirm = useCall('screening.confirm')
  const form = useContractForm(schema, { words: '' })
  const save = form.handleSubmit(async ({ words }) => {
    const answer = await confirm.run({ id, words })
    if (answer?.ok === true) onDecided()
  })
  return (
    <InlineForm
      submit={{ label: t('confirm'), run: () => void save(), busy: confirm.busy, danger: true }}
      leave={{ label: t('back'), run: onClose }}
      failure={confirm.failure}
      enter="moves-on"
    >
      <Note tone="warn">{t('confirmMeans')}</Note>
      <FormTextarea control={form.control} name="words" label={t('words')} rows={3} startHere />
    </InlineForm>
  )
}
