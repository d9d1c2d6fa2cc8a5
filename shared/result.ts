/** What a use case answers: a value, or a failure that its caller was told to expect. Bugs throw instead. */
export type Result<T, C extends string = string> = Ok<T> | Failure<C>

export type Ok<T> = { readonly ok: true; readonly value: T }

/** An expected failure: a code that the contract declares, and plain facts for the sentence that the teller reads. */
export type Failure<C extends string = string> = {
  readonly ok: false
  readonly error: { readonly code: C; readonly details?: FailureDetails }
}

export type FailureDetails = Readonly<Record<string, string>>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const fail = <const C extends string>(code: C, details?: FailureDetails): Failure<C> => ({
  ok: false,
  error: details === undefined ? { code } : { code, details },
})
