import { useTranslation } from 'react-i18next'
import type { DatabaseView } from '../../../shared/contract/database.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { AuthorityField } from './authority-field.tsx'
import { useCodeForm } from './use-code-form.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'

type Props = {
  /** For the name of this computer, for which the code has to be, and the server where the bank sets it. */
  readonly view: DatabaseView
  readonly onSaved: () => void
}

/** Enrols this computer at a server of the bank by a code that an administrator handed out. */
export function CodeForm({ view, onSaved }: Props) {
  const { t } = useTranslation('database')
  const isSet = view.policy?.setsServer === true
  const form = useCodeForm(isSet ? view.address : '', onSaved)
  return (
    <form className={layout.stack} onSubmit={(event) => void form.run(event)} noValidate>
      <dl className={facts.facts}>
        <Fact label={t('computer')}>
          <Identifier>{view.computer}</Identifier>
        </Fact>
      </dl>
      {!isSet && (
        <FormText
          control={form.control}
          name="server"
          label={t('codeServer')}
          description={t('codeServerHint')}
          dir="ltr"
          startHere
        />
      )}
      <FormText
        control={form.control}
        name="code"
        label={t('code')}
        description={t('codeHint')}
        dir="ltr"
        startHere={isSet}
      />
      {!isSet && (
        <AuthorityField control={form.control} name="authority" readAuthority={form.readAuthority} />
      )}
      <FailureNote failure={form.failure} />
      <BusyButton type="submit" size="lg" fullWidth busy={form.busy}>
        {form.busy ? t('enrolling') : t('enrol')}
      </BusyButton>
    </form>
  )
}
