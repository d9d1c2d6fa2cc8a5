import { BusyButton } from '../busy-button.tsx'
import type { LeaveAction, SubmitAction } from './form-actions.ts'
import layout from '../../theme/layout.module.css'
import styles from '../buttons.module.css'

type SubmitProps = {
  readonly action: SubmitAction
  /** As wide as the form and taller: the form's main action. */
  readonly large?: boolean
  /** Lets Enter in a field submit the form; the form's `onSubmit` then does what the button does. */
  readonly submits?: boolean
  /** The key that is drawn. */
  readonly keys?: 'Ctrl+Enter' | 'Enter'
}

/** Submits the form. The key is registered by `useFormKeys` and only drawn here. */
export function SubmitButton({ action, large = false, submits = false, keys = 'Ctrl+Enter' }: SubmitProps) {
  return (
    <BusyButton
      keys={keys}
      busy={action.busy ?? false}
      unavailable={action.unavailable ?? false}
      {...(large ? { size: 'lg', fullWidth: true } : {})}
      {...(action.danger === true ? { className: styles.danger } : {})}
      {...(submits ? { type: 'submit' } : { onClick: action.run })}
    >
      {action.label}
    </BusyButton>
  )
}

/** Leaves the form. Across the whole width there is room for its key as well. */
export function LeaveButton({
  action,
  fullWidth = false,
}: {
  readonly action: LeaveAction
  readonly fullWidth?: boolean
}) {
  return (
    <BusyButton
      variant="default"
      fullWidth={fullWidth}
      unavailable={action.unavailable ?? false}
      onClick={action.run}
      {...(fullWidth || action.shown === true ? { keys: 'Escape' } : {})}
    >
      {action.label}
    </BusyButton>
  )
}

/** Leaving at the start of the line, submitting at its end. */
export function ButtonRow({
  leave,
  ...submit
}: Omit<SubmitProps, 'large'> & { readonly leave: LeaveAction }) {
  return (
    <div className={layout.sideBySide}>
      <LeaveButton action={leave} />
      <span className={layout.grow} />
      <SubmitButton {...submit} />
    </div>
  )
}
