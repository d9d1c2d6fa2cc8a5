import type { CustomerView } from '../../../shared/contract/customers.ts'
import { incomeOf } from './income.ts'
import type { PersonForm } from './person-schema.ts'

/** The form as it is filled from the customer. */
export const formOf = (customer: CustomerView): PersonForm => ({
  firstName: customer.firstName,
  lastName: customer.lastName,
  dateOfBirth: customer.dateOfBirth ?? '',
  country: customer.country ?? '',
  phone: customer.phone ?? '',
  email: customer.email ?? '',
  address: customer.address ?? '',
  city: customer.city ?? '',
  occupation: customer.occupation ?? '',
  incomeRange: incomeOf(customer.incomeRange) ?? '',
})

const CONTACT = ['country', 'phone', 'email', 'address', 'city', 'occupation', 'incomeRange'] as const
export type ContactField = (typeof CONTACT)[number]

/** A field that somebody else changed, with what it says now. */
export type ChangedField = { readonly field: ContactField; readonly value: string }

/** The contact fields that somebody else changed. */
export function changedFields(before: CustomerView, now: CustomerView): readonly ChangedField[] {
  const was = formOf(before)
  const is = formOf(now)
  return CONTACT.filter((field) => was[field] !== is[field]).map((field) => ({
    field,
    value: is[field] ?? '',
  }))
}
