import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormPassword } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { passwordSchema } from './setup-schema.ts'

type Props = {
  readonly username: string
  readonly busy: boolean
  readonly onNext: (password: string) => void
  readonly onBack: () => void
}

/** The administrator's password, with its rules said beforehand. */
export function PasswordStep({ username, busy, onNext, onBack }: Props) {
  const { t } = useTranslation(['branches', 'sessions'])
  const form = useContractForm(passwordSchema, { newPassword: '', repeated: '' })
  const submit = form.handleSubmit(({ newPassword }) => onNext(newPassword))
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <div className="gate-title">
        <h1>{t('setup.passwordTitle')}</h1>
        <p>{t('setup.passwordText', { username })}</p>
      </div>
      <FormPassword
        control={form.control}
        name="newPassword"
        label={t('sessions:password')}
        description={t('sessions:passwordRules')}
        autoComplete="new-password"
        startHere
      />
      <FormPassword
        control={form.control}
        name="repeated"
        label={t('sessions:repeatPassword')}
        autoComplete="new-password"
      />
      <div className="gate-actions">
        <Button variant="default" onClick={onBack}>
          {t('setup.back')}
        </Button>
        <BusyButton type="submit" keys="Enter" busy={busy}>
          {busy ? t('setup.creating') : t('setup.create')}
        </BusyButton>
      </div>
    </form>
  )
}
