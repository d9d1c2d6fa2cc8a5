import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { DeviceStep, RecoveryCodes } from './device-steps.tsx'
import { GateForm } from './gate-form.tsx'
import { useEnrolment } from './use-enrolment.ts'

/** After the password of somebody whose role needs a second factor and who has none yet. */
export function EnrolGate({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('sessions')
  const enrolment = useEnrolment(false, () => undefined)
  const { offered, recoveryCodes, busy, failure } = enrolment
  const submit = offered === null ? enrolment.start : enrolment.putInForce
  return (
    <GateForm
      session={session}
      title={t('device.neededTitle')}
      text={offered === null ? t('device.needed') : null}
      submit={() => submit()}
    >
      {recoveryCodes === null ? (
        <>
          {offered !== null && <DeviceStep offered={offered} control={enrolment.control} />}
          <FailureNote failure={failure} />
          <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={busy} startHere={offered === null}>
            {t(offered === null ? 'device.begin' : 'device.confirm')}
          </BusyButton>
        </>
      ) : (
        <>
          <RecoveryCodes codes={recoveryCodes} busy={busy} onKept={enrolment.goOn} />
          <FailureNote failure={failure} />
        </>
      )}
    </GateForm>
  )
}
