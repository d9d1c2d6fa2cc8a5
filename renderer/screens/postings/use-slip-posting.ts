import { useState } from 'react'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { callWithKey, type Failure, type PostingPayload } from '../../calls/api.ts'
import type { PostingState } from '../../calls/posting-state.ts'
import { usePosting } from '../../calls/use-posting.ts'
import { slipKind, type Intent, type SlipCommandName, type SlipKind } from './slip-kinds.ts'

/** The command of the slip's kind, and what it takes: a slip of another kind is another intent. */
type SlipCommand = { readonly name: SlipCommandName; readonly payload: PostingPayload<SlipCommandName> }

export type SlipPosting = PostingState<PostingView> & {
  readonly frozen: boolean
  readonly resend: () => void
  readonly reset: () => boolean
  /** The refusal of exactly what is on the slip now; it is removed by the first change. */
  readonly refusal: Failure | null
  readonly post: (intent: Intent, description: string) => void
}

/** The command of the slip, posted at most once per intent whatever its kind. `shown` are the numbers of its accounts. */
export function useSlipPosting(
  kind: SlipKind,
  intent: Intent | null,
  description: string,
  shown: string[],
): SlipPosting {
  const posting = usePosting<SlipCommand, PostingView>((key, { name, payload }) =>
    callWithKey(name, payload, key),
  )
  const { phase, failure, result, frozen, resend, reset } = posting
  const [sent, setSent] = useState('')
  const textOf = (wanted: Intent | null, words: string) => JSON.stringify([kind, wanted, words.trim()])
  const post = (wanted: Intent, words: string) => {
    setSent(textOf(wanted, words))
    const { post: name, input } = slipKind(kind)
    const given = words.trim()
    posting.post({ name, payload: { ...input(wanted), description: given === '' ? null : given, shown } })
  }
  const refusal = phase === 'refused' && sent === textOf(intent, description) ? failure : null
  return { phase, failure, result, frozen, resend, reset, refusal, post }
}
