import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { CodeField } from './code-field.tsx'
import { GateForm } from './gate-form.tsx'
import { useGiveCode } from './use-give-code.ts'

/** After the password of somebody who has a device: its code. */
export function GiveCode({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('sessions')
  const { control, submit, busy, failure } = useGiveCode()
  return (
    <GateForm session={session} title={t('codeTitle')} text={session.user?.fullName} submit={() => submit()}>
      <CodeField control={control} />
      <FailureNote failure={failure} />
      <BusyButton type="submit" size="lg" fullWidth keys="Enter" busy={busy}>
        {t('giveCode')}
      </BusyButton>
    </GateForm>
  )
}
