import { useTranslation } from 'react-i18next'
import { useSession } from '../../calls/use-session.ts'
import { messageFor } from '../../feedback/messages.ts'
import type { SlipProblem } from './slip-problems.ts'

/** A problem of a field as the teller reads it. */
export function useProblemText(): (problem: SlipProblem | undefined) => string | null {
  const { t } = useTranslation('postings')
  const { till } = useSession()
  return (problem) => {
    if (problem === undefined) return null
    if (typeof problem === 'string') return t(problem)
    if (problem.code === 'ACCOUNT_NUMBER_INVALID') return t('numberWrong')
    if (problem.code === 'TILL_SHORT_OF_CASH' && till !== null)
      return messageFor({ ...problem, details: { available: till.balance, currency: till.currency } })
    return messageFor(problem)
  }
}
