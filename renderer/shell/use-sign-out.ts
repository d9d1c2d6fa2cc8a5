import { useTranslation } from 'react-i18next'
import { isPostingPending } from '../calls/pending-postings.ts'
import { useCall } from '../calls/use-call.ts'
import { notify } from '../feedback/notify.ts'

/** The key that signs out. */
export const SIGN_OUT_KEY = 'Ctrl+Shift+L'

/** Signs out. Refused with a message while the outcome of a posting is not known: it must be seen first. */
export function useSignOut(): () => void {
  const { t } = useTranslation('shell')
  const { run } = useCall('sessions.signOut')
  return () => (isPostingPending() ? notify(t('held')) : void run({}))
}
