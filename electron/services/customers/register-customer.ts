import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { detailColumns } from './customer-row.ts'

/**
 * Registers a customer under the key that the form was opened with: sending the form twice registers once, and the same
 * key with other details is KEY_REUSED. The database sets number, maker, home branch and statuses.
 */
export const registerCustomer: UseCase<'customers', 'register'> = async (input, { db }) => {
  const details = detailColumns(input)
  if (!details.ok) return details
  const { id, kind, registrationNumber, guardianId, firstName, lastName, dateOfBirth, nationality } = input
  const whose = { kind, registration_number: registrationNumber, guardian_id: guardianId }
  const name = { first_name: firstName, last_name: lastName, date_of_birth: dateOfBirth, nationality }
  const customer = JSON.stringify({ ...whose, ...name, ...details.value })
  const registered = db.selectNoFrom(
    sql<string>`register_customer(${id}, ${customer}::jsonb)`.as('customerNumber'),
  )
  const { customerNumber } = await retryCollisions(() => registered.executeTakeFirstOrThrow())
  return ok({ id, customerNumber })
}
