import { useTranslation } from 'react-i18next'
import { useSession } from '../../calls/use-session.ts'
import { useDraft } from './registration-draft.ts'
import buttons from '../../components/buttons.module.css'

/** Goes on with a registration that was begun; nothing while there is none. */
export function DraftLink({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('customers')
  const { user } = useSession()
  const draft = useDraft(user?.id ?? '')
  if (draft === null) return null
  const name = `${draft.values.firstName} ${draft.values.lastName}`.trim()
  return (
    <button type="button" className={buttons.link} onClick={onOpen}>
      {t('goOnRegistering', { name: name === '' ? t('somebody') : name })}
    </button>
  )
}
