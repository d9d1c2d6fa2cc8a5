import type { Failure } from '../../calls/api.ts'
import type { SlipDraft } from './counter-work.ts'
import { fieldOfRefusal } from './refused-field.ts'
import { hasSecondAccount, type SlipField } from './slip-kinds.ts'
import { amountProblem } from './typed-problems.ts'
import type { TypedAccount } from './use-typed-account.ts'

export type SlipProblem = Failure | 'numberMissing' | 'numberShort'
export type SlipProblems = Partial<Record<SlipField | 'slip', SlipProblem>>

type Facts = {
  readonly draft: SlipDraft
  readonly from: TypedAccount
  readonly to: TypedAccount
  readonly currency: string
  /** The currency of the cash that moves; null where none does. */
  readonly cash: string | null
  readonly refusal: Failure | null
  /** A missing value is reported only after the field was left or posting was attempted. */
  readonly isVisited: (field: SlipField) => boolean
}

/** Each problem beside the field that caused it; what belongs to no field is the slip's own. */
export function problemsOf({ draft, from, to, currency, cash, refusal, isVisited }: Facts): SlipProblems {
  const account = numberProblem(draft.account, from, isVisited('account')) ?? cashProblem(from, cash)
  const same = from.account !== undefined && from.account.id === to.account?.id
  const other = same ? ({ code: 'SAME_ACCOUNT' } as const) : numberProblem(draft.to, to, isVisited('to'))
  const amount = isVisited('amount') ? amountProblem(draft.amount, currency) : null
  const refused = refusal === null ? {} : { [fieldOfRefusal(refusal, draft) ?? 'slip']: refusal }
  return {
    ...(account === null ? {} : { account }),
    ...(hasSecondAccount(draft.kind) && other !== null ? { to: other } : {}),
    ...(amount === null ? {} : { amount }),
    ...refused,
  }
}

/** A till holds one currency. That is said as soon as the account is known, before an amount is typed for nothing. */
function cashProblem({ account }: TypedAccount, cash: string | null): SlipProblem | null {
  if (account === undefined || cash === null || account.currency === cash) return null
  return { code: 'CASH_IN_OTHER_CURRENCY', details: { cash, currency: account.currency } }
}

function numberProblem(typed: string, found: TypedAccount, isVisited: boolean): SlipProblem | null {
  if (found.problem !== null) return found.problem
  if (!isVisited || found.loading || found.account !== undefined) return null
  return typed.trim() === '' ? 'numberMissing' : 'numberShort'
}
