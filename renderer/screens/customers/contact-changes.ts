import type { CustomerView, DetailName } from '../../../shared/contract/customers.ts'
import { eachDetail, statedDetail } from './customer-details.ts'
import { CONTACT_NAMES } from './detail-order.ts'
import { NO_RESIDENCE, type PersonForm } from './person-schema.ts'
import { spokenPhone } from './phone.ts'
import { residencesInWords } from './residences.ts'

const detailsOf = (customer: CustomerView) => eachDetail((name) => statedDetail(name, customer[name]) ?? '')

/** The form as it is filled from the customer. */
export const formOf = (customer: CustomerView): PersonForm => ({
  firstName: customer.firstName ?? '',
  oneName: customer.firstName === null,
  lastName: customer.lastName,
  dateOfBirth: customer.dateOfBirth ?? '',
  company: customer.kind === 'COMPANY',
  registrationNumber: customer.registrationNumber ?? '',
  guardian: '',
  ...detailsOf(customer),
  phone: customer.phone === null ? '' : spokenPhone(customer.phone),
  taxResidences: customer.taxResidences ?? [NO_RESIDENCE],
})

/** A field that another user changed, with its new value. */
export type ChangedField = { readonly field: DetailName | 'taxResidences'; readonly value: string }

/** The contact fields that another user changed. */
export function changedFields(before: CustomerView, now: CustomerView): readonly ChangedField[] {
  const old = factsOf(before)
  const current = factsOf(now)
  return FACTS.filter((field) => old[field] !== current[field]).map((field) => ({
    field,
    value: current[field],
  }))
}

const FACTS = [...CONTACT_NAMES, 'taxResidences'] as const

const factsOf = (customer: CustomerView) => ({
  ...detailsOf(customer),
  taxResidences: residencesInWords(customer.taxResidences ?? []),
})
