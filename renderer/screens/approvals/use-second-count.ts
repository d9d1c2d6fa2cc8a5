import { useState } from 'react'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { toDecimal } from '../../../shared/money.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'

/** The id of the field of the count. */
export const SECOND_COUNT = 'second-count'

/** What the second person counts. Approving without a count goes to its field instead. */
export function useSecondCount(view: ApprovalView | undefined) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const needed = view?.needsCount === true
  const currency = String(view?.facts['currency'] ?? DEFAULT_CURRENCY)
  const amount = readTypedNotNegative(text, currency)
  const ready = (): boolean => {
    if (!needed || amount.ok) return true
    setTried(text.trim() !== '')
    document.getElementById(SECOND_COUNT)?.focus()
    return false
  }
  return {
    currency,
    text,
    type: setText,
    proposer: view?.proposedBy ?? '',
    problem: tried && !amount.ok ? messageForCode(amount.error.code, amount.error.details) : null,
    ready,
    counted: needed && amount.ok ? { counted: toDecimal(amount.value) } : {},
  }
}
