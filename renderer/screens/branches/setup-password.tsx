import { useTranslation } from 'react-i18next'
import { FormPassword } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { passwordSchema } from './setup-schema.ts'
import { SetupStep } from './setup-step.tsx'

type Props = {
  readonly username: string
  readonly busy: boolean
  readonly onNext: (password: string) => void
  readonly onBack: () => void
}

/** The administrator's password, with its rules above the field. */
export function PasswordStep({ username, busy, onNext, onBack }: Props) {
  const { t } = useTranslation(['branches', 'sessions'])
  const form = useContractForm(passwordSchema, { newPassword: '', repeated: '' })
  const submit = form.handleSubmit(({ newPassword }) => onNext(newPassword))
  return (
    <SetupStep
      title={t('setup.passwordTitle')}
      text={t('setup.passwordText', { username })}
      onSubmit={() => void submit()}
      onBack={onBack}
      submitLabel={busy ? t('setup.creating') : t('setup.create')}
      busy={busy}
    >
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
    </SetupStep>
  )
}
