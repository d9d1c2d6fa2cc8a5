import { useTranslation } from 'react-i18next'
import { isPostingPending } from '../calls/pending-postings.ts'
import { useCall } from '../calls/use-call.ts'
import { askFirst } from '../feedback/ask-first.ts'
import { notify } from '../feedback/notify.ts'
import { holdsDraft } from '../keyboard/drafts.ts'
import { unsavedField } from '../keyboard/typed-text.ts'

/**
 * Starts the application anew, and never over a slip that is begun or a form: what is typed anywhere, also on a screen that is not shown, has
 * to be finished or emptied first.
 */
export function useRestart() {
  const { t } = useTranslation('shell')
  const { run, busy } = useCall('database.restart')
  const restart = () => {
    const part = unsavedField('reloading')
    if (isPostingPending()) return notify(t('held'))
    if (part === null && !holdsDraft()) return void run({})
    askFirst(t('upgrade.typed'))
    return part?.focus()
  }
  return { restart, busy }
}
