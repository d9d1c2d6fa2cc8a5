import type { CallInput } from '../../../shared/contract.ts'
import { customerNumber } from '../../../shared/contract/journal.ts'
import { postingReference } from '../../../shared/contract/postings.ts'

/** What the journal is narrowed by; what is absent does not narrow. */
export type JournalFilters = Omit<CallInput<'journal.total'>, 'userId' | 'customerId'>

/** What is typed to look up: a posting's reference, an account's or a customer's number, or whoever posted. */
export function findOf(typed: string): JournalFilters {
  const text = typed.trim()
  if (text === '') return {}
  const reference = postingReference.safeParse(text)
  if (reference.success) return { reference: reference.data }
  const digits = text.replaceAll(/[\s-]/g, '')
  if (/^\d{10}$/.test(digits)) return { accountNumber: digits }
  const customer = customerNumber.safeParse(text)
  return customer.success ? { customerNumber: customer.data } : { person: text }
}
