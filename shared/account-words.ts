/** The bank's own accounts that a leg can name, the same on the screen and on paper; a till has a name of its own. */
export const BANK_ACCOUNT_TITLES = {
  VAULT: 'Vault',
  FEE_INCOME: 'Fee income',
  INTEREST_INCOME: 'Interest income',
  INTEREST_EXPENSE: 'Interest expense',
  CASH_OVER: 'Cash over',
  CASH_SHORT: 'Cash short',
  SUSPENSE: 'Suspense',
} as const

export type BankAccount = keyof typeof BANK_ACCOUNT_TITLES

export const isBankAccount = (kind: string): kind is BankAccount => Object.hasOwn(BANK_ACCOUNT_TITLES, kind)
