import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useGo } from '../../app/navigate.ts'
import type { Failure } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { findParty } from '../mandates/find-party.ts'
import { contactOf, type Person } from './person-schema.ts'
import { useDuplicateCheck } from './use-duplicate-check.ts'
import { useRegistrationForm } from './use-registration-form.ts'

const FIELD_OF = {
  EMAIL_TAKEN: 'email',
  PHONE_INVALID: 'phone',
  BIRTH_IN_FUTURE: 'dateOfBirth',
  BIRTH_TOO_EARLY: 'dateOfBirth',
  CUSTOMER_TOO_YOUNG: 'dateOfBirth',
  COMPANY_KNOWN: 'registrationNumber',
  PARTY_NOT_IDENTIFIED: 'guardian',
  PARTY_NOT_POSSIBLE: 'guardian',
  PARTY_TOO_YOUNG: 'guardian',
} as const

/** The registration: one draft with one id, a last search for the same person, and the customer's page at the end. */
export function useRegistration(userId: string, find: string) {
  const { t } = useTranslation('customers')
  const go = useGo()
  const register = useCall('customers.register')
  const { id, form, kept, discard, markSaved } = useRegistrationForm(userId)
  const duplicates = useDuplicateCheck()
  const [failure, setFailure] = useState<Failure | null>(null)

  const send = async (person: Person) => {
    const name = {
      firstName: person.oneName || person.company ? null : person.firstName,
      lastName: person.lastName,
    }
    const { dateOfBirth, nationality } = person
    const born = { dateOfBirth, nationality }
    const sought = person.company ? '' : person.guardian.trim()
    const guardian = sought === '' ? null : await findParty(sought)
    if (guardian === null && sought !== '')
      return form.setError('guardian', { message: t('form.guardianUnknown') }, { shouldFocus: true })
    const whose = {
      kind: person.company ? 'COMPANY' : 'PERSON',
      registrationNumber: person.company ? person.registrationNumber.trim() : null,
      guardianId: guardian?.id ?? null,
    } as const
    const answer = await register.run({ id, ...whose, ...name, ...born, ...contactOf(person) })
    if (answer === null) return
    if (!answer.ok) return setFailure(showFailure(form, answer.error, FIELD_OF) ? null : answer.error)
    markSaved(person.country)
    announce(t('registered', { name: fullName(name), number: answer.value.customerNumber }))
    go('/customers', { customer: answer.value.id, registered: '1', find })
  }
  const submit = async (person: Person) => {
    setFailure(null)
    if (await duplicates.check(form.getValues())) await send(person)
  }
  const registerAnyway = () => {
    duplicates.accept()
    void form.handleSubmit(send)()
  }
  return {
    form,
    kept,
    discard,
    failure,
    busy: duplicates.checking || register.busy,
    /** What is asked before anybody is registered; null while nothing is. */
    question: duplicates.question,
    lookAgain: duplicates.lookAgain,
    save: () => void form.handleSubmit(submit)(),
    registerAnyway,
  }
}

export type Registration = ReturnType<typeof useRegistration>
