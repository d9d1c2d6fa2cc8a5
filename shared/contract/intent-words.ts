import { z } from 'zod'

/** What an intent moves. Of cash it says in which direction. */
export const intentKind = z.enum([
  'DEPOSIT',
  'WITHDRAWAL',
  'TRANSFER',
  'REVERSAL',
  'LOAN_PAYOUT',
  'TILL_OPENING',
  'TILL_IN',
  'TILL_OUT',
  'TILL_CLOSING',
  'VAULT_IN',
  'VAULT_OUT',
  'PAYMENTS',
])
export type IntentKind = z.infer<typeof intentKind>

/** What a posting is in words, as its slip shows it: for the note that is written on the workstation's disk before it is sent. */
export type IntentWords = {
  readonly kind: IntentKind
  readonly amount: string | null
  /** Null where it is the branch's. */
  readonly currency: string | null
  readonly shown: readonly string[]
}

type Typed = { readonly amount: string; readonly currency: string; readonly shown: readonly string[] }

/** Of a slip with an amount in a currency, between accounts. */
export const movesAmount =
  (kind: IntentKind) =>
  ({ amount, currency, shown }: Typed): IntentWords => ({ kind, amount, currency, shown })

/** Of cash that was counted, in the branch's currency. */
export const movesCash = (kind: IntentKind, counted: string): IntentWords => ({
  kind,
  amount: counted,
  currency: null,
  shown: [],
})
