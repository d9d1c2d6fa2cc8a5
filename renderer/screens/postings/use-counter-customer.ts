import { LOADING } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { accountIn, useSelection } from '../../app/selection.ts'

/** Another user may change the customer, or post on the accounts. */
const EVERY_MS = 5_000

/** The chosen customer with the selected account; `isChosen` is true also while the customer is still being fetched. */
export function useCounterCustomer() {
  const selection = useSelection()
  const { customerId } = selection
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
    selected: customer === undefined ? null : accountIn(customer.accounts, selection),
  }
}
