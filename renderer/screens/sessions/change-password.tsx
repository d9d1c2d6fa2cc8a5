import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { GateForm } from './gate-form.tsx'
import { PasswordFields } from './password-fields.tsx'
import { useChangePassword } from './use-change-password.ts'

/** After signing in with a temporary password, the user has to choose a new one. */
export function ChangePassword({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('sessions')
  const { form, busy, failure, submit } = useChangePassword()
  return (
    <GateForm
      session={session}
      title={t('changeTitle')}
      text={t('changeText')}
      submit={(event) => void submit(event)}
    >
      <PasswordFields control={form.control} />
      <FailureNote failure={failure} />
      <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={busy}>
        {t('changePassword')}
      </BusyButton>
    </GateForm>
  )
}
