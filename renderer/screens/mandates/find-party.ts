import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { call } from '../../calls/api.ts'

/** The customer who is meant by a number or a name: the one of that number, or the only one who is found; null where it is not plain who. */
export async function findParty(typed: string): Promise<CustomerRow | null> {
  const answer = await call('customers.search', { text: typed, limit: 5 })
  if (!answer.ok) return null
  const { customers } = answer.value
  const exact = customers.find(({ customerNumber }) => customerNumber === typed.trim().toUpperCase())
  return exact ?? (customers.length === 1 ? (customers[0] ?? null) : null)
}
