import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { accountsOf } from '../accounts/account-view.ts'
import { documentsQuery } from '../documents/document-view.ts'
import { detailsOf, rowOf } from './customer-row.ts'

/** The customer with documents and accounts. */
export const getCustomer: UseCase<'customers', 'get'> = async ({ customerId }, { db }) => {
  const [customer, documents, accounts] = await Promise.all([
    db.selectFrom('customers').selectAll().where('id', '=', customerId).executeTakeFirst(),
    documentsQuery(db)
      .where('d.customer_id', '=', customerId)
      .orderBy('d.created_at')
      .orderBy('d.id')
      .execute(),
    accountsOf(db).where('a.customer_id', '=', customerId).orderBy('a.created_at').orderBy('a.id').execute(),
  ])
  if (customer === undefined) return fail('CUSTOMER_NOT_FOUND')
  return ok({
    ...rowOf(customer),
    ...detailsOf(customer),
    createdAt: customer.created_at,
    updatedAt: customer.updated_at,
    documents,
    accounts,
  })
}
