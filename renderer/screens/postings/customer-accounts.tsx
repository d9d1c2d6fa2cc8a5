import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { Identifier } from '../../components/bidi.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'
import { useGo } from '../../app/navigate.ts'
import { AccountTable } from './account-table.tsx'
import { SelectedAccount } from './selected-account.tsx'

type Props = {
  readonly customer: CustomerView
  readonly selected: AccountView | null
  readonly onStatement: () => void
}

const KYC_TONE: Record<CustomerView['kycStatus'], Tone> = {
  APPROVED: 'ok',
  PENDING: 'wait',
  REJECTED: 'bad',
  EXPIRED: 'bad',
}

/** The customer's accounts, and the postings of the selected one. */
export function CustomerAccounts({ customer, selected, onStatement }: Props) {
  const { t } = useTranslation(['postings', 'customers'])
  return (
    <>
      <PageHeader
        title={<bdi>{fullName(customer)}</bdi>}
        detail={<Identifier>{customer.customerNumber}</Identifier>}
      >
        <StatusBadge tone={KYC_TONE[customer.kycStatus]}>
          {t(`customers:kyc.${customer.kycStatus}`)}
        </StatusBadge>
      </PageHeader>
      {customer.accounts.length === 0 ? (
        <NoAccounts customer={customer} />
      ) : (
        <AccountTable accounts={customer.accounts} selected={selected} />
      )}
      {selected !== null && <SelectedAccount account={selected} onStatement={onStatement} />}
    </>
  )
}

function NoAccounts({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation('postings')
  const go = useGo()
  const approved = customer.kycStatus === 'APPROVED' || customer.kycStatus === 'EXPIRED'
  return (
    <EmptyState
      title={t('noAccounts')}
      hint={t(approved ? 'noAccountsHint' : 'noAccountsNeedKyc')}
      action={
        <BusyButton variant="default" onClick={() => go('/customers', { customer: customer.id })}>
          {t('openCustomer')}
        </BusyButton>
      }
    />
  )
}
