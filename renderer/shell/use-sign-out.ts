import { useTranslation } from 'react-i18next'
import { isPostingPending } from '../calls/pending-postings.ts'
import { useLeave } from '../app/use-leave.ts'
import { useCall } from '../calls/use-call.ts'
import { dropDrafts } from '../keyboard/drafts.ts'
import { notify } from '../feedback/notify.ts'

/** The key that signs out. */
export const SIGN_OUT_KEY = 'Ctrl+Shift+L'

/**
 * Signs out, on the second press where something typed or chosen would be lost. Refused with a message while the outcome of a posting
 * is not known: it must be seen first.
 */
export function useSignOut(): () => void {
  const { t } = useTranslation('shell')
  const { run } = useCall('sessions.signOut')
  const { asked } = useLeave()
  return () => {
    if (isPostingPending()) notify(t('held'))
    // Drafts, which stay while other screens are looked at, are lost too.
    else
      asked('signOut', () => void run({}).then((answer) => answer?.ok === true && dropDrafts()), 'reloading')
  }
}
