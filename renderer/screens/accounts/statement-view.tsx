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
import { PassbookPanel } from './passbook-panel.tsx'
import { usePassbookKey } from './use-passbook-key.ts'
import { usePostingKeys } from './use-posting-keys.ts'
import { EVERYTHING } from './statement-filter.ts'
import { useStatement } from './use-statement.ts'

/** What stands beside the lines. */
type Side =
  { readonly shows: 'account' | 'passbook' } | { readonly shows: 'receipt'; readonly transactionId: string }

const ACCOUNT: Side = { shows: 'account' }
const TITLES = { account: 'account', receipt: 'receipt', passbook: 'passbook.title' } as const

/** The statement of one account in the middle; at the side its balances and the export, the receipt of a row, or the passbook. */
export function StatementView({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const [filter, setFilter] = useState(EVERYTHING)
  const statement = useStatement(accountId, filter)
  const [side, setSide] = useState<Side>(ACCOUNT)
  const receipt = side.shows === 'receipt' ? side.transactionId : null
  const number = useRef<HTMLInputElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const firstDay = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const { account } = statement
  useLookedAt(account)
  usePostingKeys(account, side.shows === 'account')
  const passbook = usePassbookKey(account, side.shows === 'account', () => setSide({ shows: 'passbook' }))
  const focusTable = () => table.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  const openCustomer = () => account !== undefined && go('/customers', { customer: account.customerId })
  const closeSide = () => {
    setSide(ACCOUNT)
    focusTable()
  }
  useKeys({
    F8: { label: t('statement'), run: focusTable, active: true },
    F2: { label: t('openCustomer'), run: openCustomer, disabled: account === undefined },
    N: { label: t('number'), run: () => number.current?.select(), quiet: true },
    F: { label: t('look.find'), run: () => find.current?.select(), quiet: true },
    D: { label: t('look.goTo'), run: () => firstDay.current?.focus(), quiet: true },
    Escape: { label: t('back'), run: side.shows === 'account' ? openCustomer : closeSide, quiet: true },
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
          onReceipt={(transactionId) => setSide({ shows: 'receipt', transactionId })}
          onDrawn={focusTable}
        />
      </Column>
      <Column label={t(TITLES[side.shows])} tone="sunken">
        {side.shows === 'account' && account !== undefined && (
          <StatementSide account={account} period={filter} onCustomer={openCustomer} onPassbook={passbook} />
        )}
        {receipt !== null && <ReceiptPanel key={receipt} transactionId={receipt} onClose={closeSide} />}
        {side.shows === 'passbook' && account !== undefined && (
          <PassbookPanel account={account} onClose={closeSide} />
        )}
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
