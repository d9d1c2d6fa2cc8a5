import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMissingLetters } from '../../calls/missing-letters.ts'
import { AnswerDialog } from '../../components/answer-dialog.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { messageFor } from '../../feedback/messages.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

/** Asks before a paper leaves with boxes in place of letters that no font of this computer draws. */
export function MissingLetters() {
  const { t } = useTranslation('printers')
  const asked = useMissingLetters((state) => state.asked)
  // The work goes with its session: the paper is not printed.
  useEffect(() => () => useMissingLetters.getState().asked?.answer(false), [])
  return (
    <AnswerDialog title={t('letters.title')} opened={asked !== null} size={460} padding={24} yOffset={96}>
      {asked !== null && <Question sentence={messageFor(asked.failure)} onAnswer={asked.answer} />}
    </AnswerDialog>
  )
}

type Props = { readonly sentence: string; readonly onAnswer: (anyway: boolean) => void }

/** The safe answer has the focus, and Escape chooses it. */
function Question({ sentence, onAnswer }: Props) {
  const { t } = useTranslation('printers')
  const leave = () => onAnswer(false)
  useKeys({ Escape: { label: t('letters.leave'), run: leave, quiet: true } }, { modal: true })
  return (
    <div className={layout.stack}>
      <h2 className={typography.strong}>{t('letters.title')}</h2>
      <p>{sentence}</p>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere onClick={leave}>
          {t('letters.leave')}
        </BusyButton>
        <BusyButton onClick={() => onAnswer(true)}>{t('letters.anyway')}</BusyButton>
      </div>
    </div>
  )
}
