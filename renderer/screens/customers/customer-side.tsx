import type { CustomerView } from '../../../shared/contract/customers.ts'
import { OpenAccountPanel } from '../accounts/open-account-panel.tsx'
import { StandingForm } from '../documents/standing-form.tsx'
import { EndParty } from '../mandates/end-party.tsx'
import { PartyForm } from '../mandates/party-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { StatusForm } from './status-form.tsx'
import type { Panel } from './use-panel.ts'

type Props = {
  readonly customer: CustomerView
  readonly panel: Panel
  readonly onClose: (message?: string) => void
  readonly onAccountOpened: (accountNumber: string, message: string) => void
  /** Absent where the role may not change the contact details. */
  readonly onChangeContact: (() => void) | undefined
  readonly onPanel: (panel: Panel) => void
}

/** Beside the customer: the contact details, changing them, or opening an account. */
export function CustomerSide({ customer, panel, onClose, onAccountOpened, onChangeContact, onPanel }: Props) {
  if (panel.kind === 'contact') return <ContactForm customer={customer} onClose={onClose} />
  if (panel.kind === 'status') return <StatusForm customer={customer} onClose={onClose} />
  if (panel.kind === 'correction') return <CorrectionForm customer={customer} onClose={onClose} />
  if (panel.kind === 'party')
    return (
      <PartyForm key={panel.replaces?.id} customer={customer} replaces={panel.replaces} onClose={onClose} />
    )
  if (panel.kind === 'partyEnd')
    return <EndParty key={panel.party.id} party={panel.party} onClose={onClose} />
  if (panel.kind === 'standing')
    return <StandingForm key={panel.form} kind={panel.form} customerId={customer.id} onClose={onClose} />
  if (panel.kind === 'account')
    return <OpenAccountPanel customerId={customer.id} onClose={onClose} onOpened={onAccountOpened} />
  return (
    <ContactPanel
      customer={customer}
      onPanel={onPanel}
      {...(onChangeContact === undefined ? {} : { onChange: onChangeContact })}
    />
  )
}
