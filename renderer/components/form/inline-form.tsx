import { FailureNote } from '../failure-note.tsx'
import { ButtonRow, LeaveButton, SubmitButton } from './form-buttons.tsx'
import { enterKey, useFormKeys, useHeldSubmit, type FormProps, type LeaveAction } from './form-actions.ts'
import layout from '../../theme/layout.module.css'
import styles from '../confirm.module.css'

type Props = FormProps & {
  readonly leave: LeaveAction
  /** Draws a frame around it: it stands where the button was that began it. Says what it is for, for screen readers. */
  readonly framed?: string
  /** A larger form beside it has Ctrl+Enter: this one is submitted by Enter in its field. */
  readonly isBeside?: boolean
}

/** A short form within a page or a panel, its two buttons in a line beneath the fields. Keys as in `PanelForm`. */
export function InlineForm({
  submit: action,
  leave,
  failure,
  notes,
  enter = 'submits',
  framed,
  isBeside = false,
  children,
}: Props) {
  const submit = useHeldSubmit(action)
  useFormKeys(isBeside ? null : submit, leave)
  const submits = enter === 'submits'
  return (
    <form
      className={framed === undefined ? layout.stack : styles.question}
      {...enterKey(enter, submit)}
      {...(framed === undefined ? {} : { 'aria-label': framed })}
    >
      {children}
      {notes}
      <FailureNote failure={failure ?? null} />
      {framed === undefined ? (
        <ButtonRow action={submit} leave={leave} submits={submits} keys={isBeside ? 'Enter' : 'Ctrl+Enter'} />
      ) : (
        <div className={layout.sideBySide}>
          <LeaveButton action={leave} />
          <SubmitButton action={submit} submits={submits} />
        </div>
      )}
    </form>
  )
}
