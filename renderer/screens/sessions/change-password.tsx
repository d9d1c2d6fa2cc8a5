import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormPassword } from '../../components/form/form-text.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { GateCard } from '../../components/gate-card.tsx'
import { newPassword, samePasswords } from './password-rules.ts'

const schema = samePasswords(
  z.object({ currentPassword: z.string().min(1), newPassword, repeated: z.string() }),
)

const FIELD_OF = {
  PASSWORD_WRONG: 'currentPassword',
  PASSWORD_TOO_SHORT: 'newPassword',
  PASSWORD_TOO_LONG: 'newPassword',
  PASSWORD_UNCHANGED: 'newPassword',
} as const

/** Before anything else, whoever got a temporary password chooses one of their own. */
export function ChangePassword({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['sessions', 'shell'])
  const change = useCall('sessions.changePassword')
  const signOut = useCall('sessions.signOut')
  const form = useContractForm(schema, { currentPassword: '', newPassword: '', repeated: '' })
  const submit = form.handleSubmit(async ({ currentPassword, newPassword: chosen }) => {
    const answer = await change.run({ currentPassword, newPassword: chosen })
    if (answer !== null && !answer.ok && showFailure(form, answer.error, FIELD_OF)) change.reset()
  })
  return (
    <GateCard
      session={session}
      aside={
        <button type="button" className="link" onClick={() => void signOut.run({})}>
          {t('shell:signOut')}
        </button>
      }
    >
      <form className="gate-form" onSubmit={(event) => void submit(event)} noValidate>
        <div className="gate-title">
          <h1>{t('changeTitle')}</h1>
          <p>{t('changeText')}</p>
        </div>
        <FormPassword control={form.control} name="currentPassword" label={t('currentPassword')} startHere />
        <FormPassword
          control={form.control}
          name="newPassword"
          label={t('newPassword')}
          description={t('passwordRules')}
          autoComplete="new-password"
        />
        <FormPassword
          control={form.control}
          name="repeated"
          label={t('repeatPassword')}
          autoComplete="new-password"
        />
        <FailureNote failure={change.failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={change.busy}>
          {t('changePassword')}
        </BusyButton>
      </form>
    </GateCard>
  )
}
