import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { KycBadge, PartyBadge } from './badges.tsx'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly customer: CustomerView
  /** Whether a form is open on the page: Escape cancels that first. */
  readonly formOpen: boolean
  readonly onBack: () => void
  /** More buttons, before the one that leaves. */
  readonly children?: ReactNode
}

/** Name, number and the two states of a customer. */
export function CustomerHeader({ customer, formOpen, onBack, children }: Props) {
  const { t } = useTranslation('customers')
  const detail = (
    <span className={layout.sideBySide}>
      <Identifier>{customer.customerNumber}</Identifier>
      <KycBadge value={customer.kycStatus} />
      <PartyBadge value={customer.status} />
    </span>
  )
  return (
    <PageHeader title={<bdi>{fullName(customer)}</bdi>} detail={detail}>
      {children}
      <BusyButton variant="default" {...(formOpen ? {} : { keys: 'Escape' })} onClick={onBack}>
        {t('back')}
      </BusyButton>
    </PageHeader>
  )
}
