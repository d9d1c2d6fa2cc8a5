/** What a use case answers: a value, or a failure that its caller expects. Bugs throw instead. */
export type Result<T, C extends string = string> = Ok<T> | Failure<C>

export type Ok<T> = { readonly ok: true; readonly value: T }

/** An expected failure: a code, and plain facts about it. */
export type Failure<C extends string = string> = {
  readonly ok: false
  readonly error: { readonly code: C; readonly details?: FailureDetails }
}

export type FailureDetails = Readonly<Record<string, string>>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

/** A failure with any code. A use case's failures go through `fail` of errors.ts, which checks code and facts. */
export const failure = <const C extends string>(code: C, details?: FailureDetails): Failure<C> => ({
  ok: false,
  error: details === undefined ? { code } : { code, details },
})
