import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { accountIn, select, useSelection } from '../../app/selection.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { Panel } from '../customers/use-panel.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountTable } from './account-table.tsx'
import { useAccountKeys } from './use-account-keys.ts'
import section from '../../components/section.module.css'

type Props = {
  readonly customer: CustomerView
  /** Absent while no account can be opened. */
  readonly onOpen: (() => void) | undefined
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
  readonly onClose: (message: string | null) => void
}

/** The customer's accounts with their balances, and what can be done with the chosen one. */
export function AccountSection(props: Props) {
  const { t } = useTranslation('accounts')
  const { customer, onOpen } = props
  const some = customer.accounts.length > 0
  return (
    <section aria-labelledby="accounts-title" className={section.section}>
      <div className={section.head}>
        <h2 id="accounts-title">{t('title')}</h2>
        {onOpen !== undefined && some && (
          <BusyButton
            variant="default"
            keys="O"
            onClick={onOpen}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('open.action')}
          </BusyButton>
        )}
      </div>
      {some ? (
        <Accounts {...props} />
      ) : (
        <EmptyState title={t('none')} hint={onOpen === undefined ? t('noneNeedsKyc') : t('noneHint')} />
      )}
    </section>
  )
}

function Accounts({ customer: { accounts }, panel, onPanel, onClose }: Props) {
  const account = useSelection((selection) => accountIn(accounts, selection))
  const { asked } = useLeave()
  const keys = useAccountKeys(account, panel.kind === 'details')
  const choose = ({ customerId, accountNumber }: AccountView) => {
    if (panel.kind !== 'change') return select(customerId, accountNumber)
    // The form asks about the account that was chosen before.
    asked(accountNumber, () => {
      onPanel({ kind: 'details' })
      select(customerId, accountNumber)
    })
  }
  return (
    <>
      <AccountTable accounts={accounts} chosen={account?.id ?? null} onChoose={choose} />
      {account !== null && (
        <AccountActions
          key={account.id}
          account={account}
          change={panel.kind === 'change' ? panel.change : null}
          onBegin={(change) => {
            // Chosen explicitly: once frozen or closed it is no longer the first usable one, and another would be shown.
            select(account.customerId, account.accountNumber)
            onPanel({ kind: 'change', change })
          }}
          onClose={onClose}
          keys={keys}
        />
      )}
    </>
  )
}
