import { useState } from 'react'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Failure } from '../../calls/api.ts'
import { useSession } from '../../calls/use-session.ts'
import { fieldsOf, useCounterWork, type SlipDraft, type SlipField } from './counter-work.ts'
import { amountProblem, fieldOfRefusal } from './slip-problems.ts'
import { useSlipPosting, useSlipPreview, type Intent } from './use-slip-posting.ts'
import { useTypedAccount, type TypedAccount } from './use-typed-account.ts'
import { useWhenReady } from './use-when-ready.ts'

/** What stands against any posting of this kind, whatever is typed. */
export type Obstacle = 'offline' | 'dayClosed' | 'noTill'

function useObstacle(kind: SlipDraft['kind']): Obstacle | null {
  const { branch, till, serverConnected } = useSession()
  if (!serverConnected) return 'offline'
  if (branch?.dayOpen !== true) return 'dayClosed'
  return kind !== 'transfer' && till === null ? 'noTill' : null
}

const intentOf = (
  { kind, amount }: SlipDraft,
  from: AccountView | undefined,
  to: AccountView | undefined,
): Intent | null => {
  if (from === undefined || (kind === 'transfer' && (to === undefined || to.id === from.id))) return null
  if (amountProblem(amount, from.currency) !== null) return null
  return { accountId: from.id, toAccountId: to?.id ?? null, amount, currency: from.currency }
}

/** The slip as a whole: what is typed, what it means, what is wrong with it, and how its posting stands. */
export function useSlip() {
  const draft = useCounterWork((work) => work.draft)
  const { branch, till } = useSession()
  const obstacle = useObstacle(draft.kind)
  const from = useTypedAccount(draft.account)
  const to = useTypedAccount(draft.kind === 'transfer' ? draft.to : '')
  const currency = from.account?.currency ?? till?.currency ?? branch?.currency ?? 'USD'
  const intent = intentOf(draft, from.account, to.account)
  const asked = obstacle === null && from.problem === null && to.problem === null ? intent : null
  const preview = useSlipPreview(draft.kind, asked)
  const posting = useSlipPosting(draft.kind, intent, draft.description)
  const looked = useLookedAt()
  const refusal = posting.refusal ?? preview.failure
  const problems = problemsOf({ draft, from, to, currency, refusal, isLooked: looked.has })
  const press = usePress({
    draft,
    intent,
    finding: from.finding || to.finding,
    problems,
    preview,
    posting,
    looked,
  })
  const blocked = obstacle !== null || posting.frozen
  return {
    draft,
    from,
    to,
    currency,
    obstacle,
    effect: preview.effect,
    problems,
    posting,
    looked,
    frozen: posting.frozen || press.waiting,
    complaint: press.complaint,
    post: () => {
      if (!blocked) press.press()
    },
  }
}
export type SlipModel = ReturnType<typeof useSlip>

/** Which fields were left or asked for: before that nobody is told that something is missing. */
function useLookedAt() {
  const slipNumber = useCounterWork((work) => work.slipNumber)
  const [state, setState] = useState<{ slip: number; fields: readonly SlipField[] }>({ slip: 0, fields: [] })
  const fields = state.slip === slipNumber ? state.fields : []
  return {
    has: (field: SlipField) => fields.includes(field),
    add: (...added: readonly SlipField[]) => setState({ slip: slipNumber, fields: [...fields, ...added] }),
  }
}

export type SlipProblem = Failure | 'numberMissing' | 'numberShort'
export type SlipProblems = Partial<Record<SlipField | 'slip', SlipProblem>>

type Facts = {
  readonly draft: SlipDraft
  readonly from: TypedAccount
  readonly to: TypedAccount
  readonly currency: string
  readonly refusal: Failure | null
  readonly isLooked: (field: SlipField) => boolean
}

/** Each fault beside the field that caused it; what belongs to no field is the slip's own. */
function problemsOf({ draft, from, to, currency, refusal, isLooked }: Facts): SlipProblems {
  const account = numberProblem(draft.account, from, isLooked('account'))
  const same = from.account !== undefined && from.account.id === to.account?.id
  const other = same ? ({ code: 'SAME_ACCOUNT' } as const) : numberProblem(draft.to, to, isLooked('to'))
  const amount = isLooked('amount') ? amountProblem(draft.amount, currency) : null
  const refused = refusal === null ? {} : { [fieldOfRefusal(refusal, draft) ?? 'slip']: refusal }
  return {
    ...(account === null ? {} : { account }),
    ...(draft.kind === 'transfer' && other !== null ? { to: other } : {}),
    ...(amount === null ? {} : { amount }),
    ...refused,
  }
}

function numberProblem(typed: string, found: TypedAccount, looked: boolean): SlipProblem | null {
  if (found.problem !== null) return found.problem
  if (!looked || found.finding || found.account !== undefined) return null
  return typed.trim() === '' ? 'numberMissing' : 'numberShort'
}

type PressFacts = {
  readonly draft: SlipDraft
  readonly intent: Intent | null
  readonly finding: boolean
  readonly problems: SlipProblems
  readonly preview: { readonly failure: Failure | null; readonly refetch: () => void }
  readonly posting: { readonly post: (intent: Intent, description: string) => void }
  readonly looked: { readonly add: (...fields: readonly SlipField[]) => void }
}

/**
 * Posts, or shows what is missing. Somebody who is faster than the look-up of the account waits for it, with the slip
 * held still, instead of pressing into nothing.
 */
function usePress({ draft, intent, finding, problems, preview, posting, looked }: PressFacts) {
  // A new object for every press that could not post, so that each one moves the focus.
  const [complaint, setComplaint] = useState<object | null>(null)
  const settle = () => {
    const sound = intent !== null && problems.account === undefined && problems.to === undefined
    if (sound && preview.failure === null) return posting.post(intent, draft.description)
    // The ledger may have changed since it refused, so it is asked anew.
    if (sound) preview.refetch()
    looked.add(...fieldsOf(draft.kind))
    setComplaint({})
  }
  const { waiting, press } = useWhenReady(!finding, settle)
  return { waiting, complaint, press }
}
