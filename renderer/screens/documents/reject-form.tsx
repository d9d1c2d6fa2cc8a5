import { Textarea } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

const COMMON = ['blurred', 'expired', 'otherPerson', 'mismatch', 'tooOld', 'altered'] as const

type Props = {
  readonly busy: boolean
  /** It cannot be decided any more. */
  readonly over: boolean
  readonly onReject: (reason: string) => void
  readonly onBack: () => void
  readonly children: ReactNode
}

/** A rejection needs a reason that the customer can be told. */
export function RejectForm({ busy, over, onReject, onBack, children }: Props) {
  const { t } = useTranslation(['documents', 'components'])
  const [reason, setReason] = useState('')
  const [pressed, setPressed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const missing = pressed && reason.trim() === ''
  const rejectNow = () => {
    setPressed(true)
    if (reason.trim() === '') field.current?.focus()
    else onReject(reason.trim())
  }
  useKeys({
    'Ctrl+Enter': { label: t('rejectNow'), run: rejectNow, disabled: busy || over },
    Escape: { label: t('back'), run: onBack, disabled: busy },
  })
  return (
    <>
      <fieldset className="kyc-reasons">
        <legend className="unseen">{t('reasons')}</legend>
        {COMMON.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={reason === t(`common.${name}`)}
            onClick={() => {
              setReason(t(`common.${name}`))
              field.current?.focus()
            }}
          >
            {t(`chip.${name}`)}
          </button>
        ))}
      </fieldset>
      <Textarea
        ref={field}
        autoFocus
        rows={3}
        maxLength={500}
        label={t('reason')}
        description={t('reasonHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={reason}
        readOnly={busy}
        error={missing ? <FieldErrorText message={t('components:required')} /> : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {children}
      <div className="row">
        <BusyButton variant="default" keys="Escape" unavailable={busy} onClick={onBack}>
          {t('back')}
        </BusyButton>
        <span className="grow" />
        <BusyButton className="danger" keys="Ctrl+Enter" busy={busy} unavailable={over} onClick={rejectNow}>
          {t('rejectNow')}
        </BusyButton>
      </div>
    </>
  )
}
