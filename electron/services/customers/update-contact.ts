import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { detailColumns } from './customer-row.ts'

/** Changes a customer's contact details, unless another user changed them after the form was filled. */
export const updateContact: UseCase<'customers', 'updateContact'> = async (input, { db }) => {
  const details = detailColumns(input)
  if (!details.ok) return details
  const { customerId, updatedAt } = input
  const contact = JSON.stringify(details.value)
  const changed = db.selectNoFrom(
    sql<string>`to_jsonb(change_contact(${customerId}, ${updatedAt}, ${contact}::jsonb))`.as('updatedAt'),
  )
  return ok(await retryCollisions(() => changed.executeTakeFirstOrThrow()))
}
