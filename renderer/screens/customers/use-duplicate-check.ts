import { useRef, useState } from 'react'
import { call, type Failure } from '../../calls/api.ts'
import type { PersonForm } from './person-schema.ts'
import { duplicateSearchOf } from './duplicate-search.ts'

type Outcome = {
  /** No customer is similar, or the similar ones were accepted as other people. */
  readonly clear: boolean
  readonly failure: Failure | null
}

const CLEAR: Outcome = { clear: true, failure: null }

/** The last search for the same person before saving, and the question whether those found are other people. */
export function useDuplicateCheck() {
  const [checking, setChecking] = useState(false)
  /** The ids of those whom the question is about; null while nothing is asked. */
  const [asking, setAsking] = useState<readonly string[] | null>(null)
  const accepted = useRef('')
  const check = async (person: PersonForm): Promise<Outcome> => {
    const search = duplicateSearchOf(person)
    if (search === null) return CLEAR
    setChecking(true)
    const answer = await call('customers.findDuplicates', search)
    setChecking(false)
    if (!answer.ok) return { clear: false, failure: answer.error }
    const ids = answer.value.customers.map(({ id }) => id)
    if (ids.length === 0 || ids.join() === accepted.current) return CLEAR
    setAsking(ids)
    return { clear: false, failure: null }
  }
  const accept = () => {
    accepted.current = asking?.join() ?? ''
    setAsking(null)
  }
  return { check, checking, asking: asking?.length ?? null, accept, lookAgain: () => setAsking(null) }
}
