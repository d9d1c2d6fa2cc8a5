import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import confirm from '../../components/confirm.module.css'

type Props = {
  /** How many people may be the same. */
  readonly count: number
  readonly onNo: () => void
  readonly onYes: () => void
}

/** Asks whether to register a person who resembles a registered customer. The safe answer has the focus. */
export function AskAnyway({ count, onNo, onYes }: Props) {
  const { t } = useTranslation('customers')
  useKeys({ Escape: { label: t('duplicates.lookAgain'), run: onNo, quiet: true } })
  return (
    <fieldset className={confirm.question}>
      <legend className={layout.visuallyHidden}>{t('duplicates.registerAnyway')}</legend>
      <p role="alert">{t('duplicates.ask', { count })}</p>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere onClick={onNo}>
          {t('duplicates.lookAgain')}
        </BusyButton>
        <BusyButton onClick={onYes}>{t('duplicates.registerAnyway')}</BusyButton>
      </div>
    </fieldset>
  )
}
