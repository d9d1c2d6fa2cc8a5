import { useTranslation } from 'react-i18next'
import { messageFor } from '../../feedback/messages.ts'
import type { SlipProblem } from './slip-problems.ts'

/** A problem of a field as the teller reads it. */
export function useProblemText(): (problem: SlipProblem | undefined) => string | null {
  const { t } = useTranslation('postings')
  return (problem) => {
    if (problem === undefined) return null
    if (typeof problem === 'string') return t(problem)
    if (problem.code === 'ACCOUNT_NUMBER_INVALID') return t('numberWrong')
    return messageFor(problem)
  }
}
