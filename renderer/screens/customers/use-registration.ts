import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Failure } from '../../calls/api.ts'
import { announce } from '../../feedback/announce.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { useGo } from '../../app/navigate.ts'
import { blankRegistration, contactOf, registrationSchema, type PersonForm } from './person-schema.ts'
import { dropDraft, keepDraft, rememberCountry, startDraft } from './registration-draft.ts'
import { wantedFrom } from './use-likely.ts'

/** The registration: one draft with one id, a last look for the same person, and the customer's page at the end. */
export function useRegistration(userId: string, find: string) {
  const { t } = useTranslation('customers')
  const go = useGo()
  const register = useCall('customers.register')
  const [draft, setDraft] = useState(() => startDraft(userId))
  const form = useContractForm(registrationSchema, draft.values)
  const [kept] = useState(() => form.getValues('firstName') + form.getValues('lastName') !== '')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checking, setChecking] = useState(false)
  /** The likely same people of the question that is being asked now. */
  const [asking, setAsking] = useState<readonly string[] | null>(null)
  const accepted = useRef('')
  const saved = useRef(false)

  useEffect(
    () => () => (saved.current ? dropDraft() : keepDraft({ ...draft, values: form.getValues() })),
    [draft, form],
  )

  /** Null when nobody is alike or whoever is has been accepted; a failure is shown and stops the saving. */
  const likelyIds = async (person: PersonForm): Promise<readonly string[] | null> => {
    const wanted = wantedFrom(person)
    if (wanted === null) return null
    setChecking(true)
    const answer = await call('customers.findDuplicates', wanted)
    setChecking(false)
    if (!answer.ok) {
      setFailure(answer.error)
      return []
    }
    const ids = answer.value.customers.map(({ id }) => id)
    return ids.length === 0 || ids.join() === accepted.current ? null : ids
  }

  const send = async (person: PersonForm) => {
    const answer = await register.run({
      id: draft.id,
      firstName: person.firstName,
      lastName: person.lastName,
      dateOfBirth: person.dateOfBirth,
      ...contactOf(person),
    })
    if (answer === null) return
    if (answer.ok) {
      saved.current = true
      rememberCountry(person.country)
      const name = `${person.firstName} ${person.lastName}`
      announce(t('registered', { name, number: answer.value.customerNumber }))
      go('/customers', { customer: answer.value.id, registered: '1', find })
      return
    }
    const beside = showFailure(form, answer.error, {
      EMAIL_TAKEN: 'email',
      PHONE_INVALID: 'phone',
      BIRTH_IN_FUTURE: 'dateOfBirth',
    })
    setFailure(beside ? null : answer.error)
  }

  const submit = async (person: PersonForm) => {
    setFailure(null)
    const ids = await likelyIds(person)
    if (ids === null) await send(person)
    else if (ids.length > 0) setAsking(ids)
  }

  return {
    form,
    kept,
    failure,
    busy: checking || register.busy,
    asking: asking?.length ?? null,
    save: () => void form.handleSubmit(submit)(),
    lookAgain: () => setAsking(null),
    registerAnyway: () => {
      accepted.current = asking?.join() ?? ''
      setAsking(null)
      void form.handleSubmit(send)()
    },
    discard: () => {
      dropDraft()
      const empty = { id: crypto.randomUUID(), userId, values: blankRegistration(form.getValues('country')) }
      setDraft(empty)
      form.reset(empty.values)
      form.setFocus('firstName')
    },
  }
}
