import { customerAccountType } from '../../../shared/contract/fields.ts'

/** The bank's own accounts that a leg can name; tills have names of their own. Their words: `postings:bankAccounts`. */
export const BANK_ACCOUNTS = [
  'VAULT',
  'FEE_INCOME',
  'INTEREST_INCOME',
  'INTEREST_EXPENSE',
  'CASH_OVER',
  'CASH_SHORT',
  'SUSPENSE',
] as const
export type BankAccount = (typeof BANK_ACCOUNTS)[number]

/** What a leg's label stands for: a kind of customer's account, an account of the bank's own, or the name of a till. */
export function readLabel(label: string) {
  const customers = customerAccountType.options.find((known) => known === label)
  const bank = BANK_ACCOUNTS.find((known) => known === label)
  return { customers, bank }
}
