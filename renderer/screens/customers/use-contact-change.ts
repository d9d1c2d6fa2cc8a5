import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { refreshAll } from '../../calls/refresh.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { changedFields, formOf } from './contact-changes.ts'
import { contactOf, contactSchema } from './person-schema.ts'

const FIELD_OF = { EMAIL_TAKEN: 'email', PHONE_INVALID: 'phone' } as const

/** Saves changed contact details. `newer` is what another user saved since: the user chooses between the two before saving. */
export function useContactChange(customer: CustomerView, onSaved: (message: string) => void) {
  const { t } = useTranslation('customers')
  const client = useQueryClient()
  const change = useCall('customers.updateContact')
  // What the form was filled from; `customer` itself follows whatever others save.
  const [base, setBase] = useState(customer)
  const form = useContractForm(contactSchema, formOf(base))
  const [beside, setBeside] = useState(false)
  const newer = customer.updatedAt === base.updatedAt ? [] : changedFields(base, customer)

  // A change of anything but the contact, such as the KYC state, does not require a choice: only `newer` prevents saving.
  const save = form.handleSubmit(async (typed) => {
    const { updatedAt } = customer
    const answer = await change.run({ customerId: base.id, updatedAt, ...contactOf(typed) })
    if (answer === null) return
    if (answer.ok) onSaved(t('contactChanged'))
    else if (answer.error.code === 'CHANGED_MEANWHILE') await refreshAll(client)
    else setBeside(showFailure(form, answer.error, FIELD_OF))
  })
  const settle = (values: 'typed' | 'newer') => {
    setBase(customer)
    change.reset()
    if (values === 'newer') form.reset(formOf(customer))
    form.setFocus('country')
  }
  const failure = beside || newer.length > 0 ? null : change.failure
  return { form, newer, settle, failure, busy: change.busy, save: () => void save() }
}
