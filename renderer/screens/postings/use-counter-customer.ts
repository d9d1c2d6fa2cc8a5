import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { Failure } from '../../calls/api.ts'
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
  const customer = isChosen ? found.data : undefined
  const failure: Failure | null = isChosen ? found.failure : null
  return { isChosen, customer, failure, selected: selectedAccount(customer, accountNumber) }
}

/** The account that was chosen; before anybody has chosen, the first that is active. */
function selectedAccount(customer: CustomerView | undefined, accountNumber: string | null) {
  const accounts = customer?.accounts ?? []
  return (
    accounts.find((account) => account.accountNumber === accountNumber) ??
    accounts.find(({ status }) => status === 'ACTIVE') ??
    accounts[0] ??
    null
  )
}
