import type { ContactDetails } from '../../../shared/contract/customers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { readPhone } from '../../../shared/rules/phone.ts'
import type { DB } from '../../db/tables.ts'

type Row = DB['customers']
/** Columns that no detail of the form fills. */
type Kept =
  | 'first_name'
  | 'nationality'
  | 'status_reason'
  | 'phone_national'
  | 'tax_residences'
  | 'registration_number'
  | 'guardian_id'

/** The columns of the details are those that may be null: a new one does not compile until it is written below. */
type DetailColumns = { [C in keyof Omit<Row, Kept> as null extends Row[C] ? C : never]: Row[C] } & {
  readonly tax_residences: ContactDetails['taxResidences']
}

/** The columns that store typed details, the phone in E.164. Error: PHONE_INVALID. */
export function detailColumns(details: ContactDetails): Result<DetailColumns, 'PHONE_INVALID'> {
  const phone = readPhone(details.phone, details.country)
  if (phone === null) return fail('PHONE_INVALID')
  return ok({
    tax_residences: details.taxResidences,
    email: details.email,
    phone: phone.number,
    phone_extension: phone.extension,
    address: details.address,
    postcode: details.postcode,
    city: details.city,
    country: details.country,
    occupation: details.occupation,
    income_range: details.incomeRange,
  })
}
