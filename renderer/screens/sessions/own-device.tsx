import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormPassword } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { DeviceStep, RecoveryCodes } from './device-steps.tsx'
import { useEnrolment } from './use-enrolment.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

/** Whether one has a device for codes, and the way to set one up. */
export function OwnDevice({ onStart }: { readonly onStart: () => void }) {
  const { t } = useTranslation('sessions')
  const { answer } = useQueryCall('sessions.readFactor', {})
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  const { since, recoveryCodesLeft } = answer.value
  return (
    <div className={layout.stack}>
      <h2 className={typography.strong}>{t('device.title')}</h2>
      {since === null ? (
        <p>{t('device.none')}</p>
      ) : (
        <p>
          {t('device.since')} <TimeText value={since} />.{' '}
          {t('device.codesLeft', { count: recoveryCodesLeft })}
        </p>
      )}
      <div className={layout.sideBySide}>
        <BusyButton variant="default" onClick={onStart}>
          {t(since === null ? 'device.start' : 'device.another')}
        </BusyButton>
      </div>
    </div>
  )
}

/** Sets a device up: the password, the picture with the first code, the recovery codes. */
export function SetUpDevice({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation('sessions')
  const enrolment = useEnrolment(true, onEnd)
  const { offered, recoveryCodes, control, busy, failure } = enrolment
  if (recoveryCodes !== null)
    return <RecoveryCodes codes={recoveryCodes} busy={busy} onKept={enrolment.goOn} />
  return (
    <InlineForm
      submit={{
        label: t(offered === null ? 'device.begin' : 'device.confirm'),
        run: offered === null ? enrolment.start : enrolment.putInForce,
        busy,
      }}
      leave={{ label: t('leave'), run: onEnd, unavailable: busy }}
      failure={failure}
    >
      {offered === null ? (
        <FormPassword control={control} name="password" label={t('currentPassword')} startHere />
      ) : (
        <DeviceStep offered={offered} control={control} />
      )}
    </InlineForm>
  )
}
