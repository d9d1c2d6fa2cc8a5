import { useTranslation } from 'react-i18next'
import { askFirst, withdrawQuestion } from '../../feedback/ask-first.ts'
import { askToLose, holdsFiles } from '../../keyboard/typed-text.ts'

type Way = { readonly label: string; readonly run: () => void }

/**
 * Escape in a form: the way out, unless it would drop what was typed or chosen. Then it asks, and the second press is the answer. The
 * button leaves at once, because it says what it does.
 */
export function useLeaveByKey(): (leave: Way) => void {
  const { t } = useTranslation('shell')
  return ({ label, run }) => {
    const part = askToLose(`Escape ${label}`, 'leaving')
    if (part !== null) return askFirst(t(holdsFiles(part) ? 'leaveChosen' : 'leaveTyped'))
    withdrawQuestion()
    run()
  }
}
