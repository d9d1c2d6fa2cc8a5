import type { CustomerView } from '../../../shared/contract/customers.ts'
import { LOADING } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useCounterWork } from './counter-work.ts'

/** Another user may change the customer, or post on the accounts. */
const EVERY_MS = 5_000

/** The chosen customer with the selected account; `isChosen` is true also while the customer is still being fetched. */
export function useCounterCustomer() {
  const customerId = useCounterWork((work) => work.customerId)
  const accountNumber = useCounterWork((work) => work.accountNumber)
  const isChosen = customerId !== null
  const found = useQueryCall(
    'customers.get',
    { customerId: customerId ?? '' },
    { enabled: isChosen, every: EVERY_MS },
  )
  const answer = isChosen ? found.answer : LOADING
  const customer = answer.state === 'known' ? answer.value : undefined
  return {
    isChosen,
    answer,
    customer,
    selected: customer === undefined ? null : selectedAccount(customer, accountNumber),
  }
}

/** The account that was chosen; before anybody has chosen, the first that is active. */
function selectedAccount({ accounts }: CustomerView, accountNumber: string | null) {
  return (
    accounts.find((account) => account.accountNumber === accountNumber) ??
    accounts.find(({ status }) => status === 'ACTIVE') ??
    accounts[0] ??
    null
  )
}
