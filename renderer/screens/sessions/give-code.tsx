import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { GateCard } from '../../components/gate-card.tsx'
import { useGiveCode } from './use-give-code.ts'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

/** After the password of somebody who has a device: its code. */
export function GiveCode({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['sessions', 'shell'])
  const signOut = useCall('sessions.signOut')
  const { control, submit, busy, failure } = useGiveCode()
  return (
    <GateCard
      session={session}
      aside={
        <button type="button" className={buttons.link} onClick={() => void signOut.run({})}>
          {t('shell:signOut')}
        </button>
      }
    >
      <form
        className={gate.form}
        data-text="none"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        noValidate
      >
        <div className={gate.title}>
          <h1>{t('codeTitle')}</h1>
          <p>{session.user?.fullName}</p>
        </div>
        <FormText
          control={control}
          name="code"
          label={t('code')}
          description={t('codeHint')}
          dir="ltr"
          maxLength={40}
          startHere
        />
        <FailureNote failure={failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={busy}>
          {t('giveCode')}
        </BusyButton>
      </form>
    </GateCard>
  )
}
