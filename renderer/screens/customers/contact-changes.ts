import type { CustomerView, DetailName } from '../../../shared/contract/customers.ts'
import { eachDetail, statedDetail } from './customer-details.ts'
import { DETAIL_NAMES } from './detail-order.ts'
import type { PersonForm } from './person-schema.ts'

const detailsOf = (customer: CustomerView) => eachDetail((name) => statedDetail(name, customer[name]) ?? '')

/** The form as it is filled from the customer. */
export const formOf = (customer: CustomerView): PersonForm => ({
  firstName: customer.firstName,
  lastName: customer.lastName,
  dateOfBirth: customer.dateOfBirth ?? '',
  ...detailsOf(customer),
})

/** A field that another user changed, with its new value. */
export type ChangedField = { readonly field: DetailName; readonly value: string }

/** The contact fields that another user changed. */
export function changedFields(before: CustomerView, now: CustomerView): readonly ChangedField[] {
  const old = detailsOf(before)
  const current = detailsOf(now)
  return DETAIL_NAMES.filter((field) => old[field] !== current[field]).map((field) => ({
    field,
    value: current[field],
  }))
}
