import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { PersonForm } from './person-schema.ts'

/** The form as it is filled from the customer. */
export const formOf = (customer: CustomerView): PersonForm => {
  const income = incomeOf(customer.incomeRange)
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    dateOfBirth: customer.dateOfBirth ?? '',
    country: customer.country ?? '',
    phone: customer.phone ?? '',
    email: customer.email ?? '',
    address: customer.address ?? '',
    city: customer.city ?? '',
    occupation: customer.occupation ?? '',
    incomeRange: income,
  }
}

const INCOMES: readonly NonNullable<PersonForm['incomeRange']>[] = [
  'UNDER_20K',
  '20K_TO_50K',
  '50K_TO_100K',
  'OVER_100K',
  'NOT_STATED',
]
const incomeOf = (stored: string | null) => INCOMES.find((known) => known === stored) ?? ''

const CONTACT = ['country', 'phone', 'email', 'address', 'city', 'occupation', 'incomeRange'] as const
export type ContactField = (typeof CONTACT)[number]

/** The contact fields that somebody else changed, with what they say now. */
export function changedFields(
  before: CustomerView,
  now: CustomerView,
): readonly { readonly field: ContactField; readonly value: string }[] {
  const was = formOf(before)
  const is = formOf(now)
  return CONTACT.filter((field) => was[field] !== is[field]).map((field) => ({
    field,
    value: is[field] ?? '',
  }))
}
