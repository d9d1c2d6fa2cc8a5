import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, type Failure } from '../../calls/api.ts'
import type { PersonForm } from './person-schema.ts'
import { duplicateSearchOf } from './duplicate-search.ts'

/** What only the teller can decide before somebody is registered. */
export type DuplicateQuestion =
  /** These customers resemble the new one: are they other people? */
  | { readonly about: 'alike'; readonly ids: readonly string[] }
  /** It is not known whether anybody does: register all the same? */
  | { readonly about: 'unchecked'; readonly failure: Failure }

const FIND = 'customers.findDuplicates'

/** The last search for the same person before saving, and the question that it may raise. */
export function useDuplicateCheck() {
  const client = useQueryClient()
  const [checking, setChecking] = useState(false)
  const [question, setQuestion] = useState<DuplicateQuestion | null>(null)
  const accepted = useRef('')
  // "Try again" beside the form answers it too: what was found stands there, and saving checks once more.
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ type, query, ...event }) => {
        if (query.queryKey[0] !== FIND || type !== 'updated') return
        if ('action' in event && event.action.type === 'success')
          setQuestion((asked) => (asked?.about === 'unchecked' ? null : asked))
      }),
    [client],
  )
  /** True when nobody similar is registered, or the similar ones were accepted as other people. */
  const check = async (person: PersonForm): Promise<boolean> => {
    const search = duplicateSearchOf(person)
    setQuestion(null)
    if (search === null) return true
    setChecking(true)
    const answer = await call(FIND, search)
    setChecking(false)
    // The list beside the form shows what this search found, or asks again itself.
    const queryKey = [FIND, search]
    if (answer.ok) client.setQueryData(queryKey, answer.value)
    else void client.invalidateQueries({ queryKey })
    const next = questionOf(answer, accepted.current)
    setQuestion(next)
    return next === null
  }
  const accept = () => {
    if (question?.about === 'alike') accepted.current = question.ids.join()
    setQuestion(null)
  }
  return { check, checking, question, accept, lookAgain: () => setQuestion(null) }
}

type CheckAnswer =
  | { readonly ok: true; readonly value: { readonly customers: readonly { readonly id: string }[] } }
  | { readonly ok: false; readonly error: Failure }

/** What has to be asked; `accepted` are the ids that were said to be other people. A failed check is never "nobody". */
export function questionOf(answer: CheckAnswer, accepted: string): DuplicateQuestion | null {
  if (!answer.ok) return { about: 'unchecked', failure: answer.error }
  const ids = answer.value.customers.map(({ id }) => id)
  return ids.length === 0 || ids.join() === accepted ? null : { about: 'alike', ids }
}
