import { useDebouncedValue } from '@mantine/hooks'
import type { PostingPreview } from '../../../shared/contract/postings.ts'
import type { Failure } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { slipKind, type Intent, type SlipKind } from './slip-kinds.ts'

const DELAY_MS = 120

export type SlipPreview = {
  readonly effect: PostingPreview | undefined
  readonly failure: Failure | null
  readonly refetch: () => void
}

const NO_INTENT: Intent = { accountId: '', toAccountId: '', amount: '', currency: '', signedBy: [] }

/** What posting would do now, asked a moment after the last key. Only the answer to what is typed now is shown. */
export function useSlipPreview(kind: SlipKind, intent: Intent | null): SlipPreview {
  const text = JSON.stringify([kind, intent])
  const [settled] = useDebouncedValue(text, DELAY_MS)
  const { preview, input } = slipKind(kind)
  const enabled = intent !== null && settled === text
  const asked = useQueryCall(preview, input(intent ?? NO_INTENT), { enabled })
  const { answer, refetch } = asked
  if (intent === null) return { effect: undefined, failure: null, refetch }
  const failure = answer.state === 'loading' ? null : answer.failure
  const effect = answer.state === 'known' && failure === null ? answer.value : undefined
  return { effect, failure, refetch }
}
