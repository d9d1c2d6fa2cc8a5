import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { useGo, useScreenSearch } from '../../app/navigate.ts'
import {
  beginWork,
  chooseCustomer,
  startSlip,
  takeAccount,
  useCounterWork,
  type SlipKind,
} from './counter-work.ts'
import { CustomerCard } from './customer-card.tsx'
import { FindCustomer } from './find-customer.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Slip } from './slip.tsx'
import { What } from './what.tsx'

/** Somebody else may change the customer, or post on the accounts. */
const EVERY_MS = 5_000

/** Where a teller works: who it is, what they have, and the slip, side by side. Nobody finds the work of somebody else. */
export function CounterScreen() {
  const { user } = useSession()
  const owner = useCounterWork((work) => work.owner)
  const id = user?.id ?? ''
  useLayoutEffect(() => {
    if (owner !== id) beginWork(id)
  }, [owner, id])
  return owner === id ? <Counter /> : null
}

function Counter() {
  const { t } = useTranslation(['postings', 'shell'])
  const go = useGo()
  const { user } = useSession()
  const customerId = useCounterWork((work) => work.customerId)
  const search = useRef<HTMLInputElement>(null)
  useOpenedWith()
  useBeginAtSearch(search)
  const found = useQueryCall(
    'customers.get',
    { customerId: customerId ?? '' },
    { enabled: customerId !== null, every: EVERY_MS },
  )
  const customer = customerId === null ? undefined : found.data
  const selected = useSelectedAccount(customer)

  const find = () => {
    search.current?.focus()
    search.current?.select()
  }
  const statement = () => selected !== null && go('/accounts', { account: selected.id })
  const newCustomer = () => go('/customers', { new: '1' })
  const till = () => go('/tills')
  useKeys({
    F2: { label: t('key.customer'), run: find },
    F8: { label: t('statement'), run: statement, disabled: selected === null },
    ...(user?.role === 'SUPERVISOR'
      ? { F9: { label: t('shell:nav.documents'), run: () => go('/documents') } }
      : {}),
    F10: { label: t('shell:nav.tills'), run: till },
    'Ctrl+N': { label: t('newCustomer'), run: newCustomer, quiet: true },
  })

  return (
    <Columns layout="counter">
      <Column label={t('who')}>
        <FindCustomer searchRef={search} onNew={newCustomer} />
        {customer !== undefined && <CustomerCard key={customer.id} customer={customer} />}
      </Column>
      <Column label={t('what')}>
        <FailureNote failure={customerId === null ? null : found.failure} />
        {customer !== undefined && <What customer={customer} selected={selected} onStatement={statement} />}
        {customerId === null && (
          <>
            <h1 className="unseen">{t('title')}</h1>
            <FirstSteps onTill={till} onFind={find} onNew={newCustomer} />
          </>
        )}
      </Column>
      <Column label={t('slip')} tone="sunken">
        <Slip offered={selected} onLeave={find} />
      </Column>
    </Columns>
  )
}

/** The account that was chosen; before anybody chose, the first that can be worked with. */
function useSelectedAccount(customer: CustomerView | undefined) {
  const accountNumber = useCounterWork((work) => work.accountNumber)
  const accounts = customer?.accounts ?? []
  return (
    accounts.find((account) => account.accountNumber === accountNumber) ??
    accounts.find(({ status }) => status === 'ACTIVE') ??
    accounts[0] ??
    null
  )
}

/** Work begins with a name or a number, unless something else on the counter is already waiting for the focus. */
function useBeginAtSearch(search: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) search.current?.focus()
  }, [search])
}

const KINDS: Readonly<Record<string, SlipKind>> = {
  deposit: 'deposit',
  withdraw: 'withdrawal',
  transfer: 'transfer',
}

/** The palette and other screens open the counter with a customer, an account, and the kind of slip that is wanted. */
function useOpenedWith() {
  const { customer, account, kind } = useScreenSearch()
  const go = useGo()
  useEffect(() => {
    if (customer === undefined) return
    chooseCustomer(customer, account ?? null)
    const wanted = KINDS[kind ?? '']
    if (wanted !== undefined) {
      startSlip(wanted)
      if (account !== undefined) takeAccount(formatAccountNumber(account))
    }
    // Taken; opened with the same once more, it shall count again.
    go('/counter')
  }, [customer, account, kind, go])
}
