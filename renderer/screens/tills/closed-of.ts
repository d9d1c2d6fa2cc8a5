import type { CallOutput } from '../../../shared/contract.ts'

/** What a till came to. */
export type Closed = {
  readonly name: string
  readonly currency: string
  readonly counted: string
  readonly expected: string
  readonly variance: string
}

/** The figures of a till that is closed; null while it is not. */
export function closedOf(closing: CallOutput<'tills.closing'>): Closed | null {
  const { state, name, currency, counted, expected, variance } = closing
  if (state !== 'CLOSED' || counted === null || expected === null || variance === null) return null
  return { name, currency, counted, expected, variance }
}
