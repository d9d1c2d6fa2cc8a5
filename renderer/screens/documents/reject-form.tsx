import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { useFormKeys } from '../../components/form/form-actions.ts'
import { ButtonRow } from '../../components/form/form-buttons.tsx'
import { CommonReasons } from './common-reasons.tsx'
import type { DecisionState } from './use-decision.ts'
import { useReason } from './use-reason.ts'

type Props = {
  readonly decision: DecisionState
  readonly onBack: () => void
  readonly children: ReactNode
}

/** A rejection needs a reason that the customer can be told. */
export function RejectForm({ decision: { rejection, over, reject }, onBack, children }: Props) {
  const { t } = useTranslation(['documents', 'components'])
  const { busy } = rejection
  const { field, ...reason } = useReason(reject)
  const submit = { label: t('rejectNow'), run: reason.reject, busy, unavailable: over, danger: true }
  // Without its key on the button: at 960 pixels both words need the room.
  const leave = { label: t('back'), run: onBack, unavailable: busy }
  useFormKeys(submit, leave)
  return (
    <>
      <CommonReasons chosen={reason.code} onChoose={reason.choose} />
      <Textarea
        ref={field}
        rows={3}
        maxLength={500}
        label={t('reason')}
        description={t('reasonHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={reason.words}
        readOnly={busy}
        error={reason.missing ? <FieldErrorText message={t('components:required')} /> : null}
        onChange={(event) => reason.setWords(event.currentTarget.value)}
      />
      {children}
      <ButtonRow action={submit} leave={leave} />
    </>
  )
}
