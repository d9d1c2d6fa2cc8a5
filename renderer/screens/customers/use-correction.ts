import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { id, text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { formOf } from './contact-changes.ts'
import { nameAndBirth, withFirstName } from './person-schema.ts'

const schema = (today: string, kind: CustomerView['kind']) =>
  withFirstName(
    z.object({
      ...nameAndBirth(today, kind),
      nationality: z.string().min(1),
      documentId: id,
      reason: text(500),
    }),
  )
export type CorrectionForm = z.input<ReturnType<typeof schema>>

const FIELD_OF = {
  BIRTH_IN_FUTURE: 'dateOfBirth',
  BIRTH_TOO_EARLY: 'dateOfBirth',
  CUSTOMER_TOO_YOUNG: 'dateOfBirth',
  DOCUMENT_NOT_FOUND: 'documentId',
} as const

/** Proposes another name, birth or nationality under one key for the whole form: sent twice, it is proposed once. */
export function useCorrection(customer: CustomerView, today: string, onDone: (message: string) => void) {
  const { t } = useTranslation('customers')
  const { serverConnected } = useSession()
  const propose = useCall('customers.proposeCorrection')
  const [key] = useState(() => crypto.randomUUID())
  const [beside, setBeside] = useState(false)
  const { firstName, oneName, lastName, dateOfBirth, nationality } = formOf(customer)
  const form = useContractForm(schema(today, customer.kind), {
    firstName,
    oneName,
    lastName,
    dateOfBirth,
    nationality,
    documentId: '',
    reason: '',
  })
  const save = form.handleSubmit(async ({ oneName: one, ...typed }) => {
    const right = { ...typed, firstName: one ? null : typed.firstName }
    const answer = await propose.run({ id: key, customerId: customer.id, ...right })
    if (answer === null) return
    if (answer.ok) onDone(t('correction.proposed'))
    else setBeside(showFailure(form, answer.error, FIELD_OF))
  })
  const run = () => void save()
  const submit = {
    label: t('correction.propose'),
    run,
    busy: propose.busy,
    unavailable: !serverConnected,
  }
  return { form, submit, failure: beside ? null : propose.failure }
}
