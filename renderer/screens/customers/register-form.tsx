import { useTranslation } from 'react-i18next'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { enterKey, type HeldAction } from '../../components/form/form-actions.ts'
import { SubmitButton } from '../../components/form/form-buttons.tsx'
import { AskAnyway } from './ask-anyway.tsx'
import { ContactFields } from './contact-fields.tsx'
import { NameFields } from './name-fields.tsx'
import { StillNeeded } from './still-needed.tsx'
import type { Registration } from './use-registration.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import panel from '../../components/panel.module.css'
import styles from './register-form.module.css'

type Props = { readonly registration: Registration; readonly submit: HeldAction }

/** All that is asked of a new customer. */
export function RegisterForm({ registration, submit }: Props) {
  const { form, kept, discard, failure, question, lookAgain, save, registerAnyway } = registration
  return (
    <form className={panel.panel} data-text="draft" {...enterKey('moves-on', submit)}>
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={classes(layout.stack, styles.fields)}>
          {kept && <KeptNote onDiscard={discard} />}
          <NameFields control={form.control} />
          <ContactFields control={form.control} wide />
        </div>
      </div>
      <div className={classes(layout.stack, panel.foot, styles.foot)}>
        <FailureNote failure={failure} />
        {question === null ? (
          <>
            <StillNeeded control={form.control} />
            <SubmitButton action={submit} large />
          </>
        ) : (
          <AskAnyway question={question} onNo={lookAgain} onCheck={save} onYes={registerAnyway} />
        )}
      </div>
    </form>
  )
}

/** What was typed before is still in the form, and can be discarded. */
function KeptNote({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useTranslation('customers')
  return (
    <Note tone="info">
      {t('form.kept')}{' '}
      <button type="button" className={buttons.link} onClick={onDiscard}>
        {t('form.discard')}
      </button>
    </Note>
  )
}
