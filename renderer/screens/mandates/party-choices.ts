import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { Power } from '../../../shared/contract/mandates.ts'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'

/** The powers that fit a customer: a company has people who sign for it, a minor a guardian. */
export function powersOf({ kind, minor }: Pick<CustomerView, 'kind' | 'minor'>): readonly Power[] {
  if (kind === 'COMPANY') return ['SIGNATORY', 'OWNER', 'MANDATE']
  return minor ? ['GUARDIAN'] : ['MANDATE', 'JOINT']
}

/** Whether more than one person may have to sign for such a power to count. */
export const mayBeTogether = (power: string): boolean => ['JOINT', 'GUARDIAN', 'SIGNATORY'].includes(power)

/** For which accounts such a power may be: every one is ''. A joint holder holds one account. */
export function accountChoices({ accounts }: CustomerView, power: string, every: string) {
  if (power === 'GUARDIAN' || power === 'OWNER') return []
  const each = accounts
    .filter(({ status }) => status !== 'CLOSED')
    .map(({ id, accountNumber }) => ({ value: id, label: formatAccountNumber(accountNumber) }))
  return power === 'JOINT' ? each : [{ value: 'EVERY', label: every }, ...each]
}

/** In which a limit is said: that of the account, or of the customer's first one. */
export const currencyOf = ({ accounts }: CustomerView, account: string): string =>
  (accounts.find(({ id }) => id === account) ?? accounts[0])?.currency ?? DEFAULT_CURRENCY
