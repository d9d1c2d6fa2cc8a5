import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from './busy-button.tsx'

type Props = {
  /** The button that begins it, and again the one that does it: a verb of the bank. */
  readonly label: string
  /** What will happen. */
  readonly question: ReactNode
  readonly onConfirm: () => void
  readonly busy?: boolean
  readonly danger?: boolean
  readonly cancelLabel: string
}

/** Asks in place, where the button was, and gives the focus to the careful answer. */
export function Confirm({ label, question, onConfirm, busy = false, danger = false, cancelLabel }: Props) {
  const { t } = useTranslation('components')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button variant="default" data-danger={danger || undefined} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  return (
    <div
      className="confirm"
      role="group"
      aria-label={t('confirm', { label })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        setAsking(false)
      }}
    >
      <p>{question}</p>
      <div className="row">
        <Button variant="default" autoFocus onClick={() => setAsking(false)}>
          {cancelLabel}
        </Button>
        <BusyButton busy={busy} onClick={onConfirm} {...(danger ? { className: 'danger' } : {})}>
          {label}
        </BusyButton>
      </div>
    </div>
  )
}
