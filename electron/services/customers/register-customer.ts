import { isDeepStrictEqual } from 'node:util'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { detailColumns } from './customer-row.ts'

/**
 * Registers a customer under the key that the form was opened with: sending the form twice registers once, and the same
 * key with other details is KEY_REUSED. The database sets number, maker and statuses.
 */
export const registerCustomer: UseCase<'customers', 'register'> = async (input, { db, user }) => {
  const details = detailColumns(input)
  if (!details.ok) return details
  const customer = {
    first_name: input.firstName,
    last_name: input.lastName,
    date_of_birth: input.dateOfBirth,
    ...details.value,
  }
  return inTransaction(db, async (trx) => {
    const inserted = await trx
      .insertInto('customers')
      .values({ id: input.id, ...customer })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['customer_number'])
      .executeTakeFirst()
    if (inserted !== undefined) return ok({ id: input.id, customerNumber: inserted.customer_number })
    const earlier = await trx
      .selectFrom('customers')
      .where('id', '=', input.id)
      .selectAll()
      .executeTakeFirst()
    const same = earlier?.created_by === user.id && isDeepStrictEqual({ ...earlier, ...customer }, earlier)
    return same ? ok({ id: input.id, customerNumber: earlier.customer_number }) : fail('KEY_REUSED')
  })
}
