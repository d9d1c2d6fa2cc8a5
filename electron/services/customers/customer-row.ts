import type { Selectable } from 'kysely'
import type { CustomerDetails, CustomerRow, DetailName } from '../../../shared/contract/customers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { readPhone } from '../../../shared/rules/phone.ts'
import type { DB } from '../../db/tables.ts'

type Row = Selectable<DB['customers']>

/** The columns of the details are those that may be null: a new one does not compile until it is written below. */
type DetailColumns = { [C in keyof Row as null extends Row[C] ? C : never]: Row[C] }

/** A customer as lists show it. */
export const rowOf = (c: Row): CustomerRow => ({
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

/** The details of a customer as the customer's page shows them. */
export const detailsOf = (c: Row): Record<DetailName, string | null> => ({
  email: c.email,
  phone: c.phone,
  address: c.address,
  city: c.city,
  country: c.country,
  occupation: c.occupation,
  incomeRange: c.income_range,
})

/** The columns that store typed details: the phone in E.164, the e-mail in small letters. Error: PHONE_INVALID. */
export function detailColumns(details: CustomerDetails): Result<DetailColumns, 'PHONE_INVALID'> {
  const phone = readPhone(details.phone, details.country)
  if (phone === null) return fail('PHONE_INVALID')
  return ok({
    email: details.email?.toLowerCase() ?? null,
    phone,
    address: details.address,
    city: details.city,
    country: details.country,
    occupation: details.occupation,
    income_range: details.incomeRange,
  })
}
