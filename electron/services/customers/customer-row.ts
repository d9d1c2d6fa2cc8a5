import type { CustomerRow } from '../../../shared/contract/customers.ts'
import type { DB } from '../../db/tables.ts'
import type { Selectable } from 'kysely'

/** A customer as lists show it. */
export const rowOf = (c: Selectable<DB['customers']>): CustomerRow => ({
  id: c.id,
  customerNumber: c.customer_number,
  firstName: c.first_name,
  lastName: c.last_name,
  dateOfBirth: c.date_of_birth,
  phone: c.phone,
  email: c.email,
  kycStatus: c.kyc_status,
  status: c.status,
})
