import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { detailColumns } from './customer-row.ts'

/** Changes a customer's contact details, unless another user changed them after the form was filled. */
export const updateContact: UseCase<'customers', 'updateContact'> = async (input, { db }) => {
  const details = detailColumns(input)
  if (!details.ok) return details
  return inTransaction(db, async (trx) => {
    const current = await trx
      .selectFrom('customers')
      .where('id', '=', input.customerId)
      .select(
        sql<boolean>`date_trunc('milliseconds', updated_at) = date_trunc('milliseconds', ${input.updatedAt}::timestamptz)`.as(
          'unchanged',
        ),
      )
      .forUpdate()
      .executeTakeFirst()
    if (current === undefined) return fail('CUSTOMER_NOT_FOUND')
    if (!current.unchanged) return fail('CHANGED_MEANWHILE')
    const updated = await trx
      .updateTable('customers')
      .set(details.value)
      .where('id', '=', input.customerId)
      .returning('updated_at')
      .executeTakeFirstOrThrow()
    return ok({ updatedAt: updated.updated_at })
  })
}
