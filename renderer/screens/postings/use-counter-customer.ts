import type { CallName } from '../../../shared/contract.ts'
import { LOADING } from '../../calls/answer.ts'
import { useAskTogether } from '../../calls/use-ask-together.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { accountIn, useSelection } from '../../app/selection.ts'
import { slipKind, slipKinds } from './slip-kinds.ts'

/** Another user may change the customer, or post on the accounts. All of it is one question, so that nothing contradicts the rest. */
const EVERY_MS = 5_000
const SHOWN_TOGETHER: readonly CallName[] = [
  'customers.get',
  'accounts.statement',
  'accounts.find',
  ...slipKinds.map((kind) => slipKind(kind).preview),
]

/** The chosen customer with the selected account; `isChosen` is true also while the customer is still being fetched. */
export function useCounterCustomer() {
  useAskTogether(SHOWN_TOGETHER, EVERY_MS)
  const selection = useSelection()
  const { customerId } = selection
  const isChosen = customerId !== null
  const found = useQueryCall('customers.get', { customerId: customerId ?? '' }, { enabled: isChosen })
  const answer = isChosen ? found.answer : LOADING
  const customer = answer.state === 'known' ? answer.value : undefined
  return {
    isChosen,
    answer,
    customer,
    selected: customer === undefined ? null : accountIn(customer.accounts, selection),
  }
}
