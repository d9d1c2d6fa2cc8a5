import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { useSession } from '../../calls/use-session.ts'
import { useGo } from '../../app/navigate.ts'
import { beginWork, useCounterWork } from './counter-work.ts'
import { CustomerAccounts } from './customer-accounts.tsx'
import { CustomerCard } from './customer-card.tsx'
import { FindCustomer } from './find-customer.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Slip } from './slip.tsx'
import { useCounterCustomer } from './use-counter-customer.ts'
import { useCounterKeys } from './use-counter-keys.ts'
import { useOpenStatement } from './use-open-statement.ts'
import { useOpenedWith } from './use-opened-with.ts'
import layout from '../../theme/layout.module.css'

/** Where a teller works: the customer, their accounts, and the slip, side by side. A user never sees another user's work. */
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
  const { t } = useTranslation('postings')
  const go = useGo()
  const search = useRef<HTMLInputElement>(null)
  useOpenedWith()
  useBeginAtSearch(search)
  const { isChosen, answer, customer, selected } = useCounterCustomer()
  const find = () => {
    search.current?.focus()
    search.current?.select()
  }
  const openStatement = () => selected !== null && go('/accounts', { account: selected.id })
  const newCustomer = () => go('/customers', { new: '1' })
  const openTills = () => go('/tills')
  useCounterKeys({ find, newCustomer, openTills, openStatement: useOpenStatement(selected) })

  return (
    <Columns layout="counter">
      <Column label={t('who')}>
        <FindCustomer searchRef={search} onNew={newCustomer} />
        {customer !== undefined && <CustomerCard key={customer.id} customer={customer} />}
      </Column>
      <Column label={t('what')}>
        <AnswerNote answer={answer} />
        {customer !== undefined && (
          <CustomerAccounts customer={customer} selected={selected} onStatement={openStatement} />
        )}
        {!isChosen && (
          <>
            <h1 className={layout.visuallyHidden}>{t('title')}</h1>
            <FirstSteps onTill={openTills} onFind={find} onNew={newCustomer} />
          </>
        )}
      </Column>
      <Column label={t('slip')} tone="sunken">
        <Slip offered={selected} onLeave={find} />
      </Column>
    </Columns>
  )
}

/** Work begins with a name or a number, unless something else on the counter has the focus already. */
function useBeginAtSearch(search: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) search.current?.focus()
  }, [search])
}
