import { useEffect, useRef, useState } from 'react'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { blankRegistration, registrationSchema } from './person-schema.ts'
import { dropDraft, keepDraft, rememberCountry, startDraft } from './registration-draft.ts'

/** The form of a registration, filled from the kept draft. Leaving it unsaved keeps what was typed. */
export function useRegistrationForm(userId: string) {
  const [draft, setDraft] = useState(() => startDraft(userId))
  const { today } = useBranchTime()
  const [schema] = useState(() => registrationSchema(today()))
  const form = useContractForm(schema, draft.values)
  const [kept] = useState(() => form.getValues('firstName') + form.getValues('lastName') !== '')
  const saved = useRef(false)
  useEffect(
    () => () => (saved.current ? dropDraft() : keepDraft({ ...draft, values: form.getValues() })),
    [draft, form],
  )
  const discard = () => {
    dropDraft()
    const values = blankRegistration(form.getValues('country'))
    setDraft({ id: crypto.randomUUID(), userId, values })
    form.reset(values)
    form.setFocus('firstName')
  }
  const markSaved = (country: string) => {
    saved.current = true
    rememberCountry(country)
  }
  return { id: draft.id, form, kept, discard, markSaved }
}
