import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useKeys } from '../keyboard/use-keys.ts'
import { BusyButton } from './busy-button.tsx'
import layout from '../theme/layout.module.css'
import buttons from './buttons.module.css'
import styles from './confirm.module.css'

type Props = {
  /** The button that begins it, and again the one that does it: a verb of banking. */
  readonly label: string
  /** What will happen. */
  readonly question: ReactNode
  readonly onConfirm: () => void
  readonly busy?: boolean
  readonly danger?: boolean
  readonly cancelLabel: string
  /** Has the focus when it appears. */
  readonly startHere?: boolean
}

/** Asks in place, where the button was, instead of in a dialog over the work. */
export function Confirm(props: Props) {
  const [step, setStep] = useState<'new' | 'asking' | 'cancelled'>('new')
  if (step === 'asking') return <Asking {...props} onCancel={() => setStep('cancelled')} />
  return (
    <Button
      variant="default"
      // Cancelling returns the focus to where it was.
      {...(step === 'cancelled' || props.startHere === true ? { autoFocus: true } : {})}
      data-danger={props.danger === true || undefined}
      onClick={() => setStep('asking')}
    >
      {props.label}
    </Button>
  )
}

/** The safe answer has the focus, and Escape chooses it. */
function Asking({
  label,
  question,
  onConfirm,
  onCancel,
  cancelLabel,
  ...props
}: Props & { readonly onCancel: () => void }) {
  const busy = props.busy ?? false
  useKeys({ Escape: { label: cancelLabel, run: onCancel, quiet: true } })
  return (
    <fieldset className={styles.question}>
      <legend className={layout.visuallyHidden}>{label}</legend>
      <p>{question}</p>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere unavailable={busy} onClick={onCancel}>
          {cancelLabel}
        </BusyButton>
        <BusyButton
          busy={busy}
          onClick={onConfirm}
          {...(props.danger === true ? { className: buttons.danger } : {})}
        >
          {label}
        </BusyButton>
      </div>
    </fieldset>
  )
}
