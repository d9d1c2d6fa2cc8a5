import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { partyStatus, text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { i18n } from '../../i18n/i18n.ts'

type Props = {
  readonly customer: CustomerView
  readonly onClose: (message?: string) => void
}

/** What the form holds: no state is chosen at first, so that none is saved by mistake. */
const schema = z.object({
  status: z.union([z.literal(''), partyStatus]).transform((chosen, context) => {
    if (chosen !== '') return chosen
    context.addIssue({ code: 'custom', message: i18n.t('customers:statusForm.chooseState') })
    return z.NEVER
  }),
  reason: text(500),
})

/** Suspends a customer or makes one active again, for a reason. */
export function StatusForm({ customer, onClose }: Props) {
  const { t } = useTranslation('customers')
  const { serverConnected } = useSession()
  const change = useCall('customers.setStatus')
  const others = partyStatus.options.filter((status) => status !== customer.status)
  const form = useContractForm(schema, { status: '', reason: '' })
  const { id: customerId, updatedAt } = customer
  const save = form.handleSubmit(async ({ status, reason }) => {
    const answer = await change.run({ customerId, updatedAt, status, reason })
    if (answer?.ok === true) onClose(t('statusForm.done', { status: t(`party.${status}`) }))
  })
  const run = () => void save()
  return (
    <PanelForm
      title={t('statusForm.title')}
      submit={{ label: t('saveChanges'), run, busy: change.busy, unavailable: !serverConnected }}
      leave={{ label: t('cancel'), run: () => onClose() }}
      failure={change.failure}
    >
      <FormSelect
        control={form.control}
        name="status"
        label={t('status')}
        options={others.map((value) => ({ value, label: t(`party.${value}`) }))}
        startHere
      />
      <FormTextarea control={form.control} name="reason" label={t('reason')} />
    </PanelForm>
  )
}
