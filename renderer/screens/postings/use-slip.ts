import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { useSession } from '../../calls/use-session.ts'
import { useCounterWork } from './counter-work.ts'
import { intentOf } from './slip-intent.ts'
import { hasSecondAccount, movesCash } from './slip-kinds.ts'
import { problemsOf } from './slip-problems.ts'
import { useObstacle } from './use-obstacle.ts'
import { usePostPress } from './use-post-press.ts'
import { useSlipPosting } from './use-slip-posting.ts'
import { useSlipPreview } from './use-slip-preview.ts'
import { useTypedAccount } from './use-typed-account.ts'
import { useVisitedFields } from './use-visited-fields.ts'

/** The slip as a whole: what is typed, what it means, what is wrong with it, and how its posting stands. */
export function useSlip() {
  const draft = useCounterWork((work) => work.draft)
  const { branch, till } = useSession()
  const obstacle = useObstacle(draft.kind)
  const from = useTypedAccount(draft.account)
  const to = useTypedAccount(hasSecondAccount(draft.kind) ? draft.to : '')
  const currency = from.account?.currency ?? till?.currency ?? branch?.currency ?? DEFAULT_CURRENCY
  const presenter = useCounterWork((work) => work.presenter)
  const intent = intentOf(draft, from.account, to.account, presenter?.input)
  const canPreview = obstacle === null && from.problem === null && to.problem === null
  const preview = useSlipPreview(draft.kind, canPreview ? intent : null)
  const shown = [from, to].flatMap(({ account }) => account?.accountNumber ?? [])
  const posting = useSlipPosting(draft.kind, intent, draft.description, shown)
  const visited = useVisitedFields()
  const refusal = posting.refusal ?? preview.failure
  const cash = movesCash(draft.kind) ? (till?.currency ?? null) : null
  const problems = problemsOf({ draft, from, to, currency, cash, refusal, isVisited: visited.has })
  const loading = from.loading || to.loading
  const press = usePostPress({ draft, intent, loading, problems, preview, posting, visited })
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
    visited,
    frozen: posting.frozen || press.waiting,
    failedPress: press.failedPress,
    post: () => {
      if (!blocked) press.press()
    },
  }
}
export type SlipModel = ReturnType<typeof useSlip>
