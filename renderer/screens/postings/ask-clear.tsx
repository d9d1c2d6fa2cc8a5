import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

/** Asks before what was typed is cleared. The button that keeps it has the focus, and Escape keeps it too. */
export function AskClear({ onKeep, onClear }: { readonly onKeep: () => void; readonly onClear: () => void }) {
  const { t } = useTranslation('postings')
  useKeys({ Escape: { label: t('keepTyping'), run: onKeep, quiet: true } })
  return (
    <fieldset className="confirm">
      <legend className="unseen">{t('clear')}</legend>
      <p>{t('clearAsk')}</p>
      <div className="row">
        <BusyButton variant="default" startHere onClick={onKeep}>
          {t('keepTyping')}
        </BusyButton>
        <BusyButton className="danger" onClick={onClear}>
          {t('clearNow')}
        </BusyButton>
      </div>
    </fieldset>
  )
}
