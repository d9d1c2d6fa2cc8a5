import { useState } from 'react'
import { useSession } from '../../calls/use-session.ts'
import { announce } from '../../feedback/announce.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'
import { toDecimal } from '../../../shared/money.ts'
import type { Failure } from '../../calls/api.ts'

type Words = { readonly propose: string; readonly proposed: string }

/**
 * A form that puts something before a second person: one key for the whole form, so that what is sent twice is proposed once, and an end
 * that closes the form and says so, because nothing in it can be sent again.
 */
export function useProposal(words: Words, busy: boolean, onDone: (message: string) => void) {
  const { serverConnected } = useSession()
  const [key] = useState(() => crypto.randomUUID())
  const end = (answer: { readonly ok: boolean } | null) => {
    if (answer?.ok !== true) return
    announce(words.proposed)
    onDone(words.proposed)
  }
  const submitBy = (run: () => void) => ({ label: words.propose, run, busy, unavailable: !serverConnected })
  return { key, end, submitBy }
}

/** Those of the amounts that were typed, as the calls take them; of the first that is none, why, and which it was. */
export function readAmounts<N extends string>(
  names: readonly N[],
  typed: Readonly<Record<N, string>>,
  currency: string,
):
  | { readonly ok: true; readonly amounts: Readonly<Record<N, string>> }
  | { readonly ok: false; readonly name: N; readonly error: Failure } {
  const amounts: Record<N, string> = { ...typed }
  for (const name of names) {
    const read = readTypedNotNegative(typed[name], currency)
    if (!read.ok) return { ok: false, name, error: read.error }
    amounts[name] = toDecimal(read.value)
  }
  return { ok: true, amounts }
}
