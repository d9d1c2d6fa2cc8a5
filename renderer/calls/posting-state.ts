import type { Failure } from './api.ts'

/** The state of a posting as it is sent. `unknown`: it was sent, and the server went away before it answered. */
export type PostingState<T> = {
  readonly phase: 'idle' | 'sending' | 'unknown' | 'refused' | 'posted'
  readonly failure: Failure | null
  readonly result: T | null
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** It was sent, and nobody knows yet what became of it. */
export const UNANSWERED = new Set(['SERVER_UNREACHABLE', 'STANDBY_SILENT'])

/** Refused before the key was checked: on a retry the outcome stays unknown, the first time it is a definite refusal. */
const REFUSED_BEFORE_LOOKUP = new Set([
  'INTENT_NOT_WRITTEN',
  'SERVER_BUSY',
  'SESSION_LOCKED',
  'NOT_SIGNED_IN',
  'PASSWORD_CHANGE_REQUIRED',
  'SECOND_FACTOR_NEEDED',
  'STEP_UP_NEEDED',
])

/** What an answer says about the posting; `isRetry` when the same key had been sent before. */
export function stateAfter<T>(answer: Answer<T>, isRetry: boolean): PostingState<T> {
  if (answer.ok) return { phase: 'posted', failure: null, result: answer.value }
  const { code } = answer.error
  const isUnknown = UNANSWERED.has(code) || (isRetry && REFUSED_BEFORE_LOOKUP.has(code))
  return { phase: isUnknown ? 'unknown' : 'refused', failure: answer.error, result: null }
}

/** Nothing was posted for certain. INTERNAL says that the program failed, which may have been after the posting. */
export const isDefiniteRefusal = ({ phase, failure }: PostingState<unknown>) =>
  phase === 'refused' && failure?.code !== 'INTERNAL'
