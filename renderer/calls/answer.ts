import type { Failure } from './api.ts'

/** There is no answer: the server did not give one, or refused. Never drawn as an empty answer. */
export type Unknown = {
  readonly state: 'unknown'
  readonly failure: Failure
  /** Asks again. */
  readonly again: () => void
  /** It is being asked again. */
  readonly asking: boolean
}

export type Known<T> = {
  readonly state: 'known'
  readonly value: T
  /** False while this answers the question before, and the answer to the present one is on its way. */
  readonly current: boolean
  /** Why the newest attempt to read it again failed: the value is from before. */
  readonly failure: Failure | null
}

/**
 * What is known of something that was asked. There is no other way to a value than to look at the state first, so that no list
 * can be empty, no count zero and no person new only because the question was not answered.
 */
export type Answer<T> = { readonly state: 'loading' } | Unknown | Known<T>

export const LOADING = { state: 'loading' } as const

/** An answer that is there already. */
export const known = <T>(value: T): Known<T> => ({ state: 'known', value, current: true, failure: null })

/** The same answer, of which only a part or another form is needed. */
export const mapAnswer = <T, U>(answer: Answer<T>, use: (value: T) => U): Answer<U> =>
  answer.state === 'known' ? { ...answer, value: use(answer.value) } : answer

/** The same answer, which is not that to the present question while `isCurrent` is false. */
export const currentIf = <T>(isCurrent: boolean, answer: Answer<T>): Answer<T> =>
  answer.state === 'known' && !isCurrent ? { ...answer, current: false } : answer

/** What follows from two answers: known only when both are. */
export function bothOf<A, B, T>(one: Answer<A>, other: Answer<B>, use: (a: A, b: B) => T): Answer<T> {
  if (one.state === 'known' && other.state === 'known')
    return {
      state: 'known',
      value: use(one.value, other.value),
      current: one.current && other.current,
      failure: one.failure ?? other.failure,
    }
  if (one.state === 'unknown') return one
  return other.state === 'unknown' ? other : LOADING
}

/** What a query of TanStack Query says about its question. */
type Asked<T> = {
  readonly data: T | undefined
  readonly failure: Failure | null
  readonly isFetching: boolean
  readonly isPlaceholderData: boolean
  readonly refetch: () => unknown
}

/**
 * The state of a question. While an answer is on the screen, only the status bar says that the server is lost, so that nothing moves. What was
 * refused because the workstation was locked in that moment is asked again once it is unlocked: nothing is known of it until then.
 */
export function answerOf<T>({
  data,
  failure: newest,
  isFetching,
  isPlaceholderData,
  refetch,
}: Asked<T>): Answer<T> {
  const failure = newest?.code === 'SESSION_LOCKED' ? null : newest
  if (data !== undefined) {
    const isSilent = failure?.code === 'SERVER_UNREACHABLE'
    return { state: 'known', value: data, current: !isPlaceholderData, failure: isSilent ? null : failure }
  }
  if (failure === null) return LOADING
  return { state: 'unknown', failure, again: () => void refetch(), asking: isFetching }
}
