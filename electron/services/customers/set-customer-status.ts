import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Suspends a customer, sets one aside or makes one active again, unless the row changed after it was shown. */
export const setCustomerStatus: UseCase<'customers', 'setStatus'> = async (input, { db }) => {
  const { customerId, updatedAt, status, reason } = input
  const changed = db.selectNoFrom(
    sql<string>`to_jsonb(set_customer_status(${customerId}, ${updatedAt}, ${status}, ${reason}))`.as(
      'updatedAt',
    ),
  )
  return ok(await retryCollisions(() => changed.executeTakeFirstOrThrow()))
}
