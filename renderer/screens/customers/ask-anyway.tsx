import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { messageFor } from '../../feedback/messages.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { DuplicateQuestion } from './use-duplicate-check.ts'
import layout from '../../theme/layout.module.css'
import confirm from '../../components/confirm.module.css'

type Props = {
  readonly question: DuplicateQuestion
  /** Back to the form. */
  readonly onNo: () => void
  /** Looks for the same person once more. */
  readonly onCheck: () => void
  readonly onYes: () => void
}

/** Asks whether to register a person who resembles a customer, or who could not be compared. The safe answer has the focus. */
export function AskAnyway({ question, onNo, onCheck, onYes }: Props) {
  const { t } = useTranslation(['customers', 'components'])
  useKeys({ Escape: { label: t('duplicates.lookAgain'), run: onNo, quiet: true } })
  const unchecked = question.about === 'unchecked'
  const yes = t(unchecked ? 'duplicates.registerUnchecked' : 'duplicates.registerAnyway')
  return (
    <fieldset className={confirm.question}>
      <legend className={layout.visuallyHidden}>{yes}</legend>
      <div role="alert">
        {unchecked ? (
          <>
            <p>
              <b>{t('duplicates.notChecked')}</b>
            </p>
            <p>{messageFor(question.failure)}</p>
          </>
        ) : (
          <p>{t('duplicates.ask', { count: question.ids.length })}</p>
        )}
      </div>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere onClick={unchecked ? onCheck : onNo}>
          {t(unchecked ? 'duplicates.checkAgain' : 'duplicates.lookAgain')}
        </BusyButton>
        <BusyButton {...(unchecked ? { variant: 'default' } : {})} onClick={onYes}>
          {yes}
        </BusyButton>
      </div>
    </fieldset>
  )
}
