import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useGo } from '../../app/navigate.ts'
import { AccountBadge } from './account-badge.tsx'
import { AccountFinder } from './account-finder.tsx'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'
import { StatementSide } from './statement-side.tsx'
import { StatementTable } from './statement-table.tsx'
import { useStatement } from './use-statement.ts'

/** The statement of one account in the middle; at the side its balances and the export, or the receipt of a row. */
export function StatementView({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const statement = useStatement(accountId)
  const [receipt, setReceipt] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const { account, lines } = statement
  const focusTable = () => table.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  const openCustomer = () => account !== undefined && go('/customers', { customer: account.customerId })
  const closeReceipt = () => {
    setReceipt(null)
    focusTable()
  }
  useKeys({
    F8: { label: t('statement'), run: focusTable, active: true },
    F2: { label: t('openCustomer'), run: openCustomer, disabled: account === undefined },
    N: { label: t('number'), run: () => field.current?.select(), quiet: true },
    Escape: { label: t('back'), run: receipt === null ? openCustomer : closeReceipt, quiet: true },
  })
  return (
    <Columns layout="list-detail">
      <Column label={t('statement')}>
        <PageHeader
          title={account === undefined ? t('statement') : <Title account={account} />}
          detail={account !== undefined && <AccountBadge value={account.status} />}
        >
          <AccountFinder field={field} />
        </PageHeader>
        {statement.failure !== null && lines === undefined ? (
          <div className="pad">
            <FailureNote failure={statement.failure} />
          </div>
        ) : (
          <div className="grow statement" ref={table}>
            <StatementTable
              currency={account?.currency ?? ''}
              lines={lines}
              hasMore={statement.hasMore}
              onEnd={statement.more}
              opened={receipt}
              onOpen={setReceipt}
              onDrawn={focusTable}
            />
          </div>
        )}
      </Column>
      <Column label={receipt === null ? t('account') : t('receipt')} tone="sunken">
        {receipt === null && account !== undefined && (
          <StatementSide account={account} onCustomer={openCustomer} />
        )}
        {receipt !== null && <ReceiptPanel key={receipt} transactionId={receipt} onClose={closeReceipt} />}
      </Column>
    </Columns>
  )
}

function Title({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      {t(`type.${account.accountType}`)} <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
    </>
  )
}
