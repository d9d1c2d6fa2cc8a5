import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import confirm from '../../components/confirm.module.css'

/** Asks before what was typed is cleared. The button that keeps it has the focus, and Escape keeps it too. */
export function AskClear({ onKeep, onClear }: { readonly onKeep: () => void; readonly onClear: () => void }) {
  const { t } = useTranslation('postings')
  useKeys({ Escape: { label: t('keepTyping'), run: onKeep, quiet: true } })
  return (
    <fieldset className={confirm.question}>
      <legend className={layout.visuallyHidden}>{t('clear')}</legend>
      <p>{t('clearAsk')}</p>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere onClick={onKeep}>
          {t('keepTyping')}
        </BusyButton>
        <BusyButton className={buttons.danger} onClick={onClear}>
          {t('clearNow')}
        </BusyButton>
      </div>
    </fieldset>
  )
}
