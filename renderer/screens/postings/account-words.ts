import { isBankAccount } from '../../../shared/account-words.ts'
import { customerAccountType } from '../../../shared/contract/fields.ts'

/** What a leg's label stands for: a kind of customer's account, an account of the bank's own, or the name of a till. */
export function readLabel(label: string) {
  const customers = customerAccountType.options.find((known) => known === label)
  return { customers, bank: isBankAccount(label) ? label : undefined }
}
