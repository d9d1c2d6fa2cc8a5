import { FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormText, FormTextarea } from '../../components/form/form-text.tsx'
import { useCodeForm } from './use-code-form.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'

type Props = {
  /** The name of this computer, for which the code has to be. */
  readonly computer: string
  readonly onSaved: () => void
}

/** Enrols this computer at a server of the bank by a code that an administrator handed out. */
export function CodeForm({ computer, onSaved }: Props) {
  const { t } = useTranslation('database')
  const { control, readAuthority, run, busy, failure } = useCodeForm(onSaved)
  return (
    <form className={layout.stack} onSubmit={(event) => void run(event)} noValidate>
      <dl className={facts.facts}>
        <Fact label={t('computer')}>
          <Identifier>{computer}</Identifier>
        </Fact>
      </dl>
      <FormText
        control={control}
        name="server"
        label={t('codeServer')}
        description={t('codeServerHint')}
        dir="ltr"
        startHere
      />
      <FormText control={control} name="code" label={t('code')} description={t('codeHint')} dir="ltr" />
      <FormTextarea
        control={control}
        name="authority"
        label={t('authority')}
        description={t('authorityHint')}
      />
      <FileButton onChange={(file) => void readAuthority(file)} accept=".pem,.crt,.cer">
        {(props) => (
          <button type="button" className={buttons.link} onClick={props.onClick}>
            {t('authorityFile')}
          </button>
        )}
      </FileButton>
      <FailureNote failure={failure} />
      <BusyButton type="submit" size="lg" fullWidth busy={busy}>
        {busy ? t('enrolling') : t('enrol')}
      </BusyButton>
    </form>
  )
}
