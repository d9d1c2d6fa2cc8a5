import type { AuditRow } from '../../../shared/contract/audit.ts'
import type { CallName } from '../../../shared/contract.ts'

/** Where an entry's record is seen, and the call that decides who may. */
export type Target = {
  readonly path: string
  readonly search: Readonly<Record<string, string>>
  readonly call: CallName
}

type About = Pick<AuditRow, 'resourceType' | 'resourceId' | 'before' | 'after' | 'redacted' | 'names'>

const idIn = (row: About, field: string): string | null => {
  const value = (row.after ?? row.before)?.[field]
  return typeof value === 'string' ? value : null
}

const customer = (id: string | null): Target | null =>
  id === null ? null : { path: '/customers', search: { customer: id }, call: 'customers.get' }
const account = (id: string | null): Target | null =>
  id === null ? null : { path: '/accounts', search: { account: id }, call: 'accounts.statement' }
const PRODUCTS: Target = { path: '/products', search: {}, call: 'products.list' }
const BRANCH: Target = { path: '/branches', search: {}, call: 'branches.readDay' }

/** The screen that shows what an entry is about; null where no screen does. */
export function targetOf(row: About): Target | null {
  if (row.redacted) return null
  if (row.resourceType === 'customers') return customer(row.resourceId)
  if (['kyc_documents', 'customer_corrections'].includes(row.resourceType))
    return customer(idIn(row, 'customer_id'))
  if (row.resourceType === 'accounts')
    return account(idIn(row, 'customer_id') === null ? null : row.resourceId)
  if (row.resourceType === 'transactions') return account(customersAccount(row))
  if (row.resourceType === 'users') return { path: '/users', search: {}, call: 'users.create' }
  if (['products', 'product_terms'].includes(row.resourceType)) return PRODUCTS
  return ['business_days', 'day_withdrawals', 'tills', 'till_sessions'].includes(row.resourceType)
    ? BRANCH
    : null
}

/** A posting is seen on the statement of a customer's account: the credited one of a deposit, otherwise the debited one. */
const customersAccount = (row: About) =>
  idIn(
    row,
    (row.after ?? row.before)?.['transaction_type'] === 'DEPOSIT' ? 'to_account_id' : 'from_account_id',
  )
