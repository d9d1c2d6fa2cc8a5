import type { CustomerDetails } from '../../../shared/contract/customers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { readPhone } from '../../../shared/rules/phone.ts'
import type { DB } from '../../db/tables.ts'

type Row = DB['customers']

/** The columns of the details are those that may be null: a new one does not compile until it is written below. */
export type DetailColumns = { [C in keyof Row as null extends Row[C] ? C : never]: Row[C] }

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
