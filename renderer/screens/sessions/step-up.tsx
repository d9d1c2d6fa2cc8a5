import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStepUp } from '../../calls/step-up.ts'
import { AnswerDialog } from '../../components/answer-dialog.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { CodeField } from './code-field.tsx'
import { useGiveCode } from './use-give-code.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

/** Asks for a fresh code where something needs one, over the screen that waits for it; afterwards that goes on by itself. */
export function StepUp() {
  const { t } = useTranslation('sessions')
  const answer = useStepUp((state) => state.answer)
  // The work goes with its session: what waits is told that no code was given.
  useEffect(() => () => useStepUp.getState().answer?.(false), [])
  return (
    <AnswerDialog title={t('stepUp.title')} opened={answer !== null} size={400} padding={24} yOffset={96}>
      {answer !== null && <StepUpForm onEnd={answer} />}
    </AnswerDialog>
  )
}

function StepUpForm({ onEnd }: { readonly onEnd: (given: boolean) => void }) {
  const { t } = useTranslation('sessions')
  const { control, submit, busy, failure } = useGiveCode(() => onEnd(true))
  // Nothing beneath it takes a key.
  useKeys({}, { modal: true })
  return (
    <div className={layout.stack}>
      <h2 className={typography.strong}>{t('stepUp.title')}</h2>
      <p>{t('stepUp.text')}</p>
      <InlineForm
        isBeside
        submit={{ label: t('giveCode'), run: submit, busy }}
        leave={{ label: t('stepUp.leave'), run: () => onEnd(false), unavailable: busy, asks: true }}
        failure={failure}
      >
        <CodeField control={control} />
      </InlineForm>
    </div>
  )
}
