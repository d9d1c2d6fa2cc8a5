import { create } from 'zustand'
import type { AccountView } from '../../shared/contract/accounts.ts'

/**
 * Who and which account the window is about. There is one selection for all screens: the customer or account that was
 * looked at last is the one that the next key acts on. See docs/decisions/0016-one-selection.md.
 */
export type Selection = {
  readonly customerId: string | null
  /** Ten digits; null leaves the choice among the customer's accounts to `accountIn`. */
  readonly accountNumber: string | null
}

export const NOBODY: Selection = { customerId: null, accountNumber: null }

export const useSelection = create<Selection>(() => NOBODY)

/** The selection after somebody was chosen or looked at. The same customer without an account keeps the account. */
export const selecting = (
  before: Selection,
  customerId: string,
  accountNumber: string | null,
): Selection => ({
  customerId,
  accountNumber: accountNumber ?? (before.customerId === customerId ? before.accountNumber : null),
})

/** Whatever brings a customer or an account to the screen says so here. */
export const select = (customerId: string, accountNumber: string | null = null): void =>
  useSelection.setState((before) => selecting(before, customerId, accountNumber))

/** The next customer is another person: nothing of the last one stays. */
export const clearSelection = (): void => useSelection.setState(NOBODY)

/**
 * The selected one of a customer's accounts; before anybody has chosen, the first that is active. None while the selected one is not among
 * them yet, as just after it was opened: a key pressed then must not act on another.
 */
export const accountIn = (
  accounts: readonly AccountView[],
  { accountNumber }: Pick<Selection, 'accountNumber'>,
): AccountView | null =>
  accountNumber === null
    ? (accounts.find(({ status }) => status === 'ACTIVE') ?? accounts[0] ?? null)
    : (accounts.find((account) => account.accountNumber === accountNumber) ?? null)
