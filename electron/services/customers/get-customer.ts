import { sql } from 'kysely'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { listAccounts } from '../accounts/list-accounts.ts'
import { listDocuments } from '../documents/document-view.ts'

type Opened = Omit<CustomerView, 'documents' | 'accounts'>

/** The customer with documents and accounts. That somebody opened it is recorded. */
export const getCustomer: UseCase<'customers', 'get'> = async ({ customerId }, { db }) => {
  const [{ customer }, documents, accounts] = await Promise.all([
    db.selectNoFrom(sql<Opened>`read_customer(${customerId})`.as('customer')).executeTakeFirstOrThrow(),
    listDocuments(db, customerId),
    listAccounts(db, customerId),
  ])
  return ok({ ...customer, documents, accounts })
}
