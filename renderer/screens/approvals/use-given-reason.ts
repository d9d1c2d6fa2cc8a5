import { useState } from 'react'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'

/** The id of the field of the reason. */
export const GIVEN_REASON = 'given-reason'

/** Why it is approved, where that is asked. Approving without a reason goes to its field instead. */
export function useGivenReason(view: ApprovalView | undefined) {
  const [text, type] = useState('')
  const needed = view?.needsReason === true
  const missing = needed && text.trim() === ''
  return {
    text,
    type,
    ready: (): boolean => {
      if (missing) document.getElementById(GIVEN_REASON)?.focus()
      return !missing
    },
    given: needed && !missing ? { reason: text } : {},
  }
}
