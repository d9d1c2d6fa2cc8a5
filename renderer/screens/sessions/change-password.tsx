import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useCall } from '../../calls/use-call.ts'
import { GateCard } from '../../components/gate-card.tsx'
import { PasswordFields } from './password-fields.tsx'
import { useChangePassword } from './use-change-password.ts'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

/** After signing in with a temporary password, the user has to choose a new one. */
export function ChangePassword({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['sessions', 'shell'])
  const signOut = useCall('sessions.signOut')
  const { form, busy, failure, submit } = useChangePassword()
  return (
    <GateCard
      session={session}
      aside={
        <button type="button" className={buttons.link} onClick={() => void signOut.run({})}>
          {t('shell:signOut')}
        </button>
      }
    >
      <form className={gate.form} onSubmit={(event) => void submit(event)} noValidate>
        <div className={gate.title}>
          <h1>{t('changeTitle')}</h1>
          <p>{t('changeText')}</p>
        </div>
        <PasswordFields control={form.control} />
        <FailureNote failure={failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={busy}>
          {t('changePassword')}
        </BusyButton>
      </form>
    </GateCard>
  )
}
