import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { select } from '../../app/selection.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'
import { StatementColumn } from './statement-column.tsx'
import { StatementSide } from './statement-side.tsx'
import { usePostingKeys } from './use-posting-keys.ts'
import { EVERYTHING } from './statement-filter.ts'
import { useStatement } from './use-statement.ts'

/** The statement of one account in the middle; at the side its balances and the export, or the receipt of a row. */
export function StatementView({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const [filter, setFilter] = useState(EVERYTHING)
  const statement = useStatement(accountId, filter)
  const [receipt, setReceipt] = useState<string | null>(null)
  const number = useRef<HTMLInputElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const firstDay = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const { account } = statement
  useLookedAt(account)
  usePostingKeys(account, receipt === null)
  const focusTable = () => table.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  const openCustomer = () => account !== undefined && go('/customers', { customer: account.customerId })
  const closeReceipt = () => {
    setReceipt(null)
    focusTable()
  }
  useKeys({
    F8: { label: t('statement'), run: focusTable, active: true },
    F2: { label: t('openCustomer'), run: openCustomer, disabled: account === undefined },
    N: { label: t('number'), run: () => number.current?.select(), quiet: true },
    F: { label: t('look.find'), run: () => find.current?.select(), quiet: true },
    D: { label: t('look.goTo'), run: () => firstDay.current?.focus(), quiet: true },
    Escape: { label: t('back'), run: receipt === null ? openCustomer : closeReceipt, quiet: true },
  })
  return (
    <Columns layout="list-detail">
      <Column label={t('statement')}>
        <StatementColumn
          statement={statement}
          filter={filter}
          onFilter={setFilter}
          fields={{ number, find, firstDay }}
          table={table}
          receipt={receipt}
          onReceipt={setReceipt}
          onDrawn={focusTable}
        />
      </Column>
      <Column label={receipt === null ? t('account') : t('receipt')} tone="sunken">
        {receipt === null && account !== undefined && (
          <StatementSide account={account} period={filter} onCustomer={openCustomer} />
        )}
        {receipt !== null && <ReceiptPanel key={receipt} transactionId={receipt} onClose={closeReceipt} />}
      </Column>
    </Columns>
  )
}

/** The account whose statement is looked at is the one that the counter and the customer's page act on next. */
function useLookedAt({ customerId, accountNumber }: Partial<AccountView> = {}) {
  useEffect(() => {
    if (customerId !== undefined) select(customerId, accountNumber)
  }, [customerId, accountNumber])
}
