import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { GateCard } from '../../components/gate-card.tsx'
import { DeviceStep, RecoveryCodes } from './device-steps.tsx'
import { useEnrolment } from './use-enrolment.ts'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

/** After the password of somebody whose role needs a second factor and who has none yet. */
export function EnrolGate({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['sessions', 'shell'])
  const signOut = useCall('sessions.signOut')
  const enrolment = useEnrolment(false, () => undefined)
  const { offered, recoveryCodes, busy, failure } = enrolment
  const submit = offered === null ? enrolment.start : enrolment.putInForce
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
          <h1>{t('device.neededTitle')}</h1>
          {offered === null && <p>{t('device.needed')}</p>}
        </div>
        {recoveryCodes === null ? (
          <>
            {offered !== null && <DeviceStep offered={offered} control={enrolment.control} />}
            <FailureNote failure={failure} />
            <BusyButton
              type="submit"
              size="lg"
              fullWidth
              keys="Enter"
              busy={busy}
              startHere={offered === null}
            >
              {t(offered === null ? 'device.begin' : 'device.confirm')}
            </BusyButton>
          </>
        ) : (
          <>
            <RecoveryCodes codes={recoveryCodes} busy={busy} onKept={enrolment.goOn} />
            <FailureNote failure={failure} />
          </>
        )}
      </form>
    </GateCard>
  )
}
