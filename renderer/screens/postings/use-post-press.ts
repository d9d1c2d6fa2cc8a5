import { useState } from 'react'
import type { Failure } from '../../calls/api.ts'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'
import type { SlipDraft } from './counter-work.ts'
import { fieldsOf, type Intent, type SlipField } from './slip-kinds.ts'
import type { SlipProblems } from './slip-problems.ts'

type Facts = {
  readonly draft: SlipDraft
  readonly intent: Intent | null
  /** An account is still being looked up. */
  readonly loading: boolean
  readonly problems: SlipProblems
  readonly preview: { readonly failure: Failure | null; readonly refetch: () => void }
  readonly posting: { readonly post: (intent: Intent, description: string) => void }
  readonly visited: { readonly add: (...fields: readonly SlipField[]) => void }
}

/**
 * Posts, or shows what is missing. A press during the look-up of the account posts once it is done, and the slip
 * cannot be changed meanwhile.
 */
export function usePostPress({ draft, intent, loading, problems, preview, posting, visited }: Facts) {
  // A new object for every press that could not post, so that each one moves the focus.
  const [failedPress, setFailedPress] = useState<object | null>(null)
  const act = () => {
    const complete = intent !== null && problems.account === undefined && problems.to === undefined
    if (complete && preview.failure === null) return posting.post(intent, draft.description)
    // The ledger may have changed since it refused, so it is asked again.
    if (complete) preview.refetch()
    visited.add(...fieldsOf(draft.kind))
    setFailedPress({})
  }
  const { waiting, press } = useWhenReady(!loading, act)
  return { waiting, failedPress, press }
}
