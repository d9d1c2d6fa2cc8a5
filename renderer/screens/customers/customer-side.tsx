import type { CustomerView } from '../../../shared/contract/customers.ts'
import { OpenAccountPanel } from '../accounts/open-account-panel.tsx'
import { ContactForm } from './contact-form.tsx'
import { ContactPanel } from './contact-panel.tsx'
import type { Panel } from './use-panel.ts'

type Props = {
  readonly customer: CustomerView
  readonly panel: Panel
  readonly onClose: (message?: string) => void
  readonly onAccountOpened: (accountNumber: string, message: string) => void
  /** Absent where the role may not change the contact details. */
  readonly onChangeContact: (() => void) | undefined
}

/** Beside the customer: the contact details, changing them, or opening an account. */
export function CustomerSide({ customer, panel, onClose, onAccountOpened, onChangeContact }: Props) {
  if (panel.kind === 'contact') return <ContactForm customer={customer} onClose={onClose} />
  if (panel.kind === 'account')
    return <OpenAccountPanel customerId={customer.id} onClose={onClose} onOpened={onAccountOpened} />
  return (
    <ContactPanel
      customer={customer}
      {...(onChangeContact === undefined ? {} : { onChange: onChangeContact })}
    />
  )
}
