import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { useSession } from '../../calls/use-session.ts'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { ContactFields } from './contact-fields.tsx'
import { NewerDetails } from './newer-details.tsx'
import { useContactChange } from './use-contact-change.ts'

type Props = {
  readonly customer: CustomerView
  readonly onClose: (message?: string) => void
}

/** Changes how a customer is reached. A change that another user saved meanwhile is shown, never overwritten unseen. */
export function ContactForm({ customer, onClose }: Props) {
  const { t } = useTranslation('customers')
  const { serverConnected } = useSession()
  const { form, newer, settle, failure, busy, save } = useContactChange(customer, onClose)
  const unavailable = !serverConnected || newer.length > 0
  return (
    <PanelForm
      title={t('changeContact')}
      submit={{ label: t('saveChanges'), run: save, busy, unavailable }}
      leave={{ label: t('cancel'), run: () => onClose() }}
      notes={newer.length > 0 && <NewerDetails fields={newer} onChoose={settle} />}
      failure={failure}
    >
      <ContactFields control={form.control} startHere changing />
    </PanelForm>
  )
}
